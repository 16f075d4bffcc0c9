//! Writes a random company down as a file.

use std::fmt::Write;

use super::company::{Carried, Channel, Company, Customers, KINDS, Role, Segment, Stage};

impl Company {
    /// The file.
    pub fn toml(&self) -> String {
        let needed = |kind: &usize| self.segments.iter().any(|segment| segment.needs(*kind));
        let kinds: Vec<usize> = (0..KINDS).filter(needed).collect();
        let [horizon, warm_up, steps] = self.months;
        let [drift, volatility, persistence] = self.market;
        let mut toml = format!(
            "horizon_months = {horizon}\nwarm_up_months = {warm_up}\nsteps_per_month = {steps}\n"
        );
        if let Some(first) = self.first.filter(|first| kinds.contains(first)) {
            let _ = writeln!(toml, "priorities = ['k{first}']");
        }
        let _ = writeln!(
            toml,
            "[market]\ndrift = {drift}\nvolatility = {volatility}\npersistence = {persistence}"
        );
        if !self.season.is_empty() {
            let _ = writeln!(toml, "seasonality = {:?}", self.season);
        }
        let _ = writeln!(toml, "[handoffs]\nloss = {}", self.loss);
        for (at, segment) in self.segments.iter().enumerate() {
            toml += &segment.toml(at);
        }
        for (at, role) in self.roles.iter().enumerate() {
            toml += &role.toml(at, &kinds);
        }
        toml
    }
}

impl Segment {
    fn needs(&self, kind: usize) -> bool {
        let customers = &self.customers;
        let channels = [Some(&self.web), self.hunt.as_ref(), self.word.as_ref()];
        (channels.into_iter().flatten().map(|channel| channel.work))
            .chain(self.stages.iter().map(|stage| stage.work))
            .chain([customers.care])
            .chain(customers.tracking.iter().map(|tracking| tracking.0))
            .any(|(needed, _)| needed == kind)
    }

    fn toml(&self, at: usize) -> String {
        let mut toml = format!("[segments.s{at}.channels]\n");
        let channels = [
            ("inbound", Some(&self.web)),
            ("outbound", self.hunt.as_ref()),
            ("referral", self.word.as_ref()),
        ];
        for (kind, channel) in channels {
            let Some(channel) = channel else { continue };
            let Channel { work: (work, hours), arrivals, qualify, quality, stale } = channel;
            let arrivals = match kind {
                "referral" => String::new(),
                _ => format!("arrivals = {arrivals}, "),
            };
            let _ = writeln!(
                toml,
                "{kind} = {{ kind = '{kind}', {arrivals}work = 'k{work}', hours = {hours}, qualify = {qualify}, quality = {quality}, stale = {stale} }}"
            );
        }
        for (i, Stage { work, wait, pass, stale }) in self.stages.iter().enumerate() {
            let _ = writeln!(
                toml,
                "[[segments.s{at}.stages]]\nname = 'stage {i}'\nwork = 'k{}'\nhours = {}\nwait_months = {wait}\npass = {pass}\nstale = {stale}",
                work.0, work.1
            );
        }
        let last = self.stages.len() - 1;
        let _ = writeln!(
            toml,
            "[segments.s{at}.deal]\nprice = 100\nspread = {}\npriced_at = 'stage {}'",
            self.spread,
            self.priced_at.min(last)
        );
        toml + &self.customers.toml(at, last, self.word.is_some())
    }
}

impl Customers {
    fn toml(&self, at: usize, last: usize, refer: bool) -> String {
        let pair = |[cared, neglected]: [f64; 2]| {
            format!("{{ cared = {cared}, neglected = {neglected} }}")
        };
        let referrals = if refer { self.referrals } else { [0.0, 0.0] };
        let mut toml = format!(
            "[segments.s{at}.customers]\ninitial = {}\ncare = {{ work = 'k{}', hours = {} }}\nchurn = {}\norders = {}\norder_value = 0.8\nreferrals = {}\n",
            self.initial,
            self.care.0,
            self.care.1,
            pair(self.churn),
            pair(self.orders),
            pair(referrals)
        );
        if let Some((work, demands, quality, enters)) = &self.tracking {
            let _ = writeln!(
                toml,
                "tracking = {{ work = 'k{}', hours = {}, demands = {demands}, value = 0.7, quality = {quality}, enters = 'stage {}' }}",
                work.0,
                work.1,
                enters.min(&last)
            );
        }
        toml
    }
}

impl Role {
    fn toml(&self, at: usize, kinds: &[usize]) -> String {
        let changes: Vec<String> = (self.headcount.iter().enumerate())
            .map(|(i, seats)| format!("[{}, {seats}]", 1 + 2 * i))
            .collect();
        let [ramp, attrition, hire, switching] = self.people;
        let mut toml = format!(
            "[roles.r{at}]\nheadcount = [{}]\nhours = {}\nstart = '{}'\nramp_months = {ramp}\nattrition = {attrition}\nhire_months = {hire}\nswitching_loss = {switching}\nannual_cost = 60\nhire_cost = 5\n",
            changes.join(", "),
            self.hours,
            self.start
        );
        let carried: Vec<(usize, &Carried)> =
            kinds.iter().filter_map(|&kind| Some((kind, self.carries[kind].as_ref()?))).collect();
        let weights: u32 = carried.iter().map(|(_, (weight, ..))| weight).sum();
        for (kind, (weight, speed, lift, price)) in carried {
            // Rounded down, so that shares do not add up to more than they should.
            let share = match weights {
                0 => String::new(),
                all => {
                    let percent = self.aside * f64::from(*weight) / f64::from(all) * 100.0;
                    format!("share = {}, ", percent.floor() / 100.0)
                }
            };
            let _ = writeln!(
                toml,
                "work.k{kind} = {{ {share}speed = {speed}, lift = {lift}, price = {price} }}"
            );
        }
        toml
    }
}
