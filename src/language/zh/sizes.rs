//! What is too large, too small or too many.

use crate::language::Sizes;

pub const SIZES: Sizes = Sizes {
    too_small: |field| format!("`{field}` 过小，无法计算"),
    smallest: |limit| format!("大于 0 的数不能小于 {limit:e}"),
    too_large: |field| format!("`{field}` 可能过大，无法计算"),
    largest: |limit| format!("任何数都不能大于 {limit:e}"),
    reaches: |size| format!("每十亿次模拟有一次达到 {size:.0e}"),

    arrivals: |growth| match growth {
        Some(growth) => {
            format!("`arrivals` 可能过多，无法模拟：市场最多会把它放大到 {growth:.1e} 倍")
        }
        None => "`arrivals` 可能过多，无法模拟".to_owned(),
    },
    a_month: |leads| format!("每月可达 {leads:.1e}"),
    most_leads: |limit| format!("连同市场增长，每月最多可模拟 {limit:e} 条线索"),

    rate: |key| format!("`{key}` 可能过大，无法模拟"),
    a_customer: |a_year| format!("每个客户每年可达 {a_year:.1e} 次"),
    most_a_customer: |limit| format!("每个客户每年最多可模拟 {limit} 次"),
    from_customers: |a_month, customers| format!("{customers} 个客户每月可达 {a_month:.1e} 次"),
    most_a_month: |limit| format!("每月最多可模拟 {limit:e} 次"),
    multiply: |customers| format!("客户可能增至 {customers:.1e} 个"),
    once_there_are: |a_month, customers| {
        format!("客户增至 {customers:.1e} 个时，每月可达 {a_month:.1e} 次")
    },
    most_orders: |limit| format!("订单或推荐每月最多可模拟 {limit:e} 次"),

    entries: |field, count| format!("`{field}` 有 {count} 项，数量过多"),
    most_entries: |most| format!("最多 {most} 项"),
    months: "`horizon_months` 与 `warm_up_months` 合计过长",
    most_months: |most| format!("最多可模拟 {most} 个月"),
    seats: |seats| format!("编制共 {seats} 人，人数过多"),
    most_seats: |most| format!("所有角色合计最多 {most} 人"),
    chain: "相互继承的文件过多",
    longest_chain: |files| format!("继承链最多 {files} 个文件"),
};
