//! The files there are, and what a column of each can mean.

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// One row a lead.
    Leads,
    /// One row a deal that was closed, with the lead that it came from.
    Deals,
    /// One row an opportunity.
    Opportunities,
    /// One row a person's time in a role.
    People,
    /// One row an order, or an item of an order.
    Orders,
}

impl FileKind {
    /// The word before the underscore in the name of a column.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Leads => "lead",
            Self::Deals => "deal",
            Self::Opportunities => "opportunity",
            Self::People => "people",
            Self::Orders => "order",
        }
    }

    /// The option that names such a file.
    #[must_use]
    pub fn option(self) -> &'static str {
        match self {
            Self::Leads => "--leads",
            Self::Deals => "--deals",
            Self::Opportunities => "--opportunities",
            Self::People => "--people",
            Self::Orders => "--orders",
        }
    }

    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Leads, Self::Deals, Self::Opportunities, Self::People, Self::Orders];
}

/// What a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// The row's own id.
    Id,
    /// The id of the lead that a deal or opportunity came from.
    Lead,
    /// When the case began.
    Created,
    /// Where the lead came from.
    Channel,
    /// The product, or the customer's trade.
    Segment,
    /// When the lead was found fit.
    Qualified,
    /// Whether the case is open, won or lost.
    Status,
    /// The stage, which can tell the same.
    Stage,
    /// Yes where the case is won.
    IsWon,
    /// Yes where the case is won or lost.
    IsClosed,
    /// When the case was won or lost, or is expected to be.
    Closed,
    /// When the case was won.
    Won,
    /// When the case was lost.
    Lost,
    /// What was sold for, or what a row of an order costs.
    Amount,
    /// The currency of the amount.
    Currency,
    /// Who closes.
    Owner,
    /// Who opens, where that is somebody else.
    Opener,
    /// The customer.
    Customer,
    /// The order that an item belongs to.
    Order,
    /// The day of an order.
    Day,
    /// The person.
    Person,
    /// The role that the person works in.
    Role,
    /// The first day in the role.
    Start,
    /// The last day in the role.
    End,
    /// Selling hours a month.
    Hours,
    /// Cost a month.
    Cost,
    /// A person's name, or the first part of it: looked at for rows made as a test, and
    /// to keep it out of what is shown.
    Contact,
    /// The last part of that name.
    Surname,
    /// A title, looked at for rows made as a test and for nothing else.
    Name,
    /// A mail address, looked at as a person's name is.
    Email,
}

/// How a cell of a column is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A date.
    Date,
    /// A number.
    Number,
    /// Text, an id or a name.
    Text,
}

impl Meaning {
    /// The word after the underscore in the name of a column.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Id | Self::Order => "id",
            Self::Lead => "lead",
            Self::Created => "created",
            Self::Channel => "channel",
            Self::Segment => "segment",
            Self::Qualified => "qualified",
            Self::Status => "status",
            Self::Stage => "stage",
            Self::IsWon => "is_won",
            Self::IsClosed => "is_closed",
            Self::Closed => "closed",
            Self::Won => "won",
            Self::Lost => "lost",
            Self::Amount => "amount",
            Self::Currency => "currency",
            Self::Owner => "owner",
            Self::Opener => "opener",
            Self::Customer => "customer",
            Self::Day => "date",
            Self::Person => "person",
            Self::Role => "role",
            Self::Start => "start",
            Self::End => "end",
            Self::Hours => "hours",
            Self::Cost => "cost",
            Self::Contact => "contact",
            Self::Surname => "surname",
            Self::Name => "name",
            Self::Email => "email",
        }
    }

    /// How its cells are read.
    #[must_use]
    pub fn form(self) -> Form {
        match self {
            Self::Created
            | Self::Qualified
            | Self::Closed
            | Self::Won
            | Self::Lost
            | Self::Day
            | Self::Start
            | Self::End => Form::Date,
            Self::Amount | Self::Hours | Self::Cost => Form::Number,
            _ => Form::Text,
        }
    }
}

/// The name that `--column` gives a column: `lead_created`.
#[must_use]
pub fn column_name(file: FileKind, meaning: Meaning) -> String {
    format!("{}_{}", file.word(), meaning.word())
}
