//! The command line.

use std::io::ErrorKind;

use super::say;
use crate::language::{CannotMatch, Complaint, Messages, NoPack, Reason, Unfound, Unwritable};

pub const MESSAGES: Messages = Messages {
    error: "错误",
    warning: "警告",
    interrupted: "已中断，未改动任何文件。",
    complaint,
    pack: |charts, folder, report| format!("{charts} 张图表和报告已写入 {folder}；请打开 {report}"),
    progress: |columns| {
        format!("{{bar:{columns}}} {{percent:>3}}%（共 {{len}} 次模拟），剩余 {{eta}}")
    },
    wrote: |folder, generalist, specialised| {
        format!(
            "已将 company.toml、generalist.toml 和 specialised.toml 写入 {folder}。\n\
             下一步：orgodds compare {generalist} {specialised}\n"
        )
    },
    missing_letters: |letters| {
        say(&[
            "本机没有能显示“",
            letters,
            "”的字体：请安装一款（Debian 上的中文字体包是 fonts-noto-cjk），或用 --font 指定字体文件",
        ])
    },
    english_charts: "本机没有中文字体，图表改用英文：请安装一款（Debian 上的字体包是 fonts-noto-cjk），\
                     或用 --font 指定字体文件",
    unequal_cost: |candidate, baseline, share, more| {
        let direction = if more { "高" } else { "低" };
        let by = share.map_or(String::new(), |share| format!(" {share}"));
        say(&[candidate, "的人员成本比", baseline, direction, &by, "：这不是同等成本下的比较"])
    },
    unmatched_cost: |candidate, baseline, share, more| {
        let direction = if more { "高" } else { "低" };
        let by = format!(" {share}");
        let end = "：按现有比例、编制取整后，已无法更接近";
        say(&[candidate, "的人员成本仍比", baseline, direction, &by, end])
    },
};

fn complaint(complaint: &Complaint) -> String {
    match complaint {
        Complaint::TooFewScenarios => {
            "compare 至少需要两个方案文件；只有一个时请用 orgodds run".into()
        }
        Complaint::NotTwoScenarios(given) => {
            format!("`sweep` 需要两个方案文件：一个基准和一个候选方案，现给出 {given} 个")
        }
        Complaint::TooManyForDrivers(files) => format!(
            "`drivers` 只接受一个方案文件，或两个（看什么决定两者的差距）；这里给了 {files} 个"
        ),
        Complaint::CausesOfOne => "--causes 需要两个方案文件：它说明两者之间的差距从何而来".into(),
        Complaint::NoSuchBaseline(wanted, names) => {
            say(&["--baseline ", wanted, "不在各方案之中；现有的方案是", &names.join("、")])
        }
        Complaint::Memory { runs, scenarios, need, most, fits } => format!(
            "{scenarios} 个方案各模拟 {runs} 次需要 {need} GiB 内存，而上限是 {most} GiB；--runs {fits} 可以容纳"
        ),
        Complaint::TwoResults { one, other, stdout } => {
            let place = if *stdout { "标准输出" } else { "同一个文件" };
            format!("{one} 与 {other} 都指向{place}；请将其中一个改到别处")
        }
        Complaint::OverScenario { option, scenario } => {
            format!("{option} {} 会覆盖方案文件；请换一个文件名", scenario.display())
        }
        Complaint::MonthsOutside { typed, first, last } => {
            let warm_up = match first {
                1 => "",
                _ => "；1 是计入的首月，此前为预热期",
            };
            format!("--months {typed} 超出了方案的月份（{first} 至 {last}）{warm_up}")
        }
        Complaint::InTheWay(folder, files) => format!(
            "{} 中已有 {}，不会覆盖任何文件；请换一个文件夹",
            folder.display(),
            files.join("、")
        ),
        Complaint::NoInterrupts(error) => format!("无法监听 Ctrl-C：{error}"),
        Complaint::NoThreads(_) => "无法启动模拟所需的线程".into(),
        Complaint::UnreadableFont(file, error) => {
            format!("无法读取字体文件 {}：{error}", file.display())
        }
        Complaint::NoFont(file) => {
            format!("{} 中没有字体；需要 .ttf、.otf 或 .ttc 文件", file.display())
        }
        Complaint::CannotDraw(error) => format!("无法绘制图表：{error}"),
        Complaint::Unwritable(place) => unwritable(place),
        Complaint::CannotMatch(name, why) => {
            let why = match why {
                CannotMatch::FreeBaseline => "基准方案的人员成本为零".to_owned(),
                CannotMatch::FreeCandidate => "无论多少人，其人员成本都为零".to_owned(),
                CannotMatch::TooManySeats(most) => format!("全部角色合计最多 {most} 个编制"),
            };
            say(&["--match people-cost 无法调整", name, "的编制：", &why])
        }
        Complaint::NoFigure(required, why) => format!("--require '{required}'：{}", unfound(why)),
        Complaint::Unmet(required, path, Some(value)) => {
            format!("--require '{required}' 不成立：`{path}` 为 {value}")
        }
        Complaint::Unmet(required, path, None) => {
            format!("--require '{required}' 不成立：这次的结果中 `{path}` 没有值")
        }
        Complaint::NoPack(folder, why) => {
            let why = match why {
                NoPack::NoFolder => "没有这个文件夹".to_owned(),
                NoPack::NoManifest => "其中没有 manifest.json".to_owned(),
                NoPack::Unreadable(why) => format!("无法读取其中的 manifest.json：{why}"),
                NoPack::Malformed => "其中的 manifest.json 不是证据包的清单".to_owned(),
            };
            format!("{} 不是证据包：{why}", folder.display())
        }
        Complaint::OtherVersion { folder, made, this } => format!(
            "{} 由 orgodds {made} 生成，而当前版本是 {this}；请用原版本复核",
            folder.display()
        ),
        Complaint::NeedsFont(folder, false) => {
            format!("{} 的图表用了指定的字体文件；请用 --font 指明", folder.display())
        }
        Complaint::NeedsFont(folder, true) => {
            format!("{} 的图表所用的字体文件与 --font 指定的不同", folder.display())
        }
        Complaint::DoesNotHold(wrong, all) => {
            format!("证据包不能复现：{all} 个文件中有 {wrong} 个不一致")
        }
        Complaint::OutOverScenario(scenario) => {
            format!("--out 会覆盖方案 {}；请换一个文件夹", scenario.display())
        }
        Complaint::TooManyPixels(width, height) => {
            format!("{width} x {height} 像素的图表太大；请减小 --dpi 或 --chart-size")
        }
        Complaint::OverRecords(..)
        | Complaint::ScenarioInTheWay(_)
        | Complaint::OneSeat
        | Complaint::NoCasesLeft
        | Complaint::NoPeriod { .. }
        | Complaint::UntilOutside { .. }
        | Complaint::TooFewMonths(_)
        | Complaint::TooManyOrigins { .. } => of_records(complaint),
        Complaint::NoResult(error) => format!("无法写出结果：{error}"),
        Complaint::Plain(words) => words.clone(),
    }
}

/// What is wrong with a fit or a backtest.
fn of_records(complaint: &Complaint) -> String {
    match complaint {
        Complaint::OverRecords(option, file) => {
            format!("{option} {} 会覆盖记录文件；请换一个文件名", file.display())
        }
        Complaint::OneSeat => {
            "记录中只有一人承担全部销售工作，无从分工；请去掉 --split 或 --people".to_owned()
        }
        Complaint::ScenarioInTheWay(file) => format!(
            "{} 已经存在，其中可能有您填写的数字，因此不会覆盖；请换一个文件名，或加上 --force",
            file.display()
        ),
        Complaint::NoCasesLeft => {
            "没有剩下任何记录：请检查 --from 和 --until，以及 --explain 所显示的内容".into()
        }
        Complaint::NoPeriod { from, until } => {
            format!("--from {from} 晚于 --until 的最后一天 {until}；请提前 --from 或推后 --until")
        }
        Complaint::UntilOutside { early, typed, first, last } => {
            let why = if *early {
                format!("记录从 {first} 才开始，不含 {typed}")
            } else {
                format!("{typed} 之后没有记录完整的月份")
            };
            let can = if first == last {
                format!("只能是 {first}")
            } else {
                format!("可以是 {first} 至 {last}")
            };
            format!("{why}；--until {can}")
        }
        Complaint::TooFewMonths(whole) => {
            format!("记录完整的月份只有 {whole} 个；回测至少需要两个：一个作为已知，一个用来预测")
        }
        Complaint::TooManyOrigins { typed, until, most } => {
            format!("--origins {typed} 超出了记录完整的月份；从 {until} 起最多可以是 {most}")
        }
        _ => String::new(),
    }
}

/// Why there is no such figure, after a colon.
fn unfound(why: &Unfound) -> String {
    let place = |inside: &str| match inside {
        "" => "结果".to_owned(),
        inside => format!(" `{inside}` "),
    };
    let list = |before: &str, known: &[String]| match known {
        [] => String::new(),
        known => format!("；{before} `{}`", known.join("`、`")),
    };
    match why {
        Unfound::NoKey { inside, key, near: Some(near), .. } => {
            format!("{}中没有 `{key}`；您是否想写 `{near}`？", place(inside).trim_start())
        }
        Unfound::NoKey { inside, key, near: None, known } => {
            let place = place(inside);
            format!("{}中没有 `{key}`{}", place.trim_start(), list("现有", known))
        }
        Unfound::NoNumber { inside, known } => {
            format!("{}不是数值{}", place(inside).trim_start(), list("其中有", known))
        }
        Unfound::Several(path) => {
            format!("有多个比较；请写出其中一个的完整路径，例如 `{path}`")
        }
    }
}

fn unwritable(place: &Unwritable) -> String {
    match place {
        Unwritable::File(path, Reason::System(ErrorKind::NotFound, _)) => {
            format!("无法写入 {}：所在的文件夹不存在", path.display())
        }
        Unwritable::File(path, why) => format!("无法写入 {}：{}", path.display(), reason(why)),
        Unwritable::Stdout(why) => format!("无法写入标准输出：{}", reason(why)),
        Unwritable::Folder(folder, why) => {
            format!("无法写入文件夹 {}：{}", folder.display(), reason(why))
        }
        Unwritable::FolderIsFile(folder) => {
            format!("无法写入文件夹 {}：已有同名文件", folder.display())
        }
        Unwritable::BelowFile(folder, file) => {
            format!("无法建立文件夹 {}：{} 是一个文件", folder.display(), file.display())
        }
    }
}

/// The system's own words where this is none of the usual reasons.
fn reason(reason: &Reason) -> String {
    let (kind, words) = match reason {
        Reason::IsFolder => return "已有同名文件夹".into(),
        Reason::WriteProtected => return "文件写保护".into(),
        Reason::System(kind, words) => (kind, words),
    };
    match kind {
        ErrorKind::NotFound => "不存在".into(),
        ErrorKind::PermissionDenied => "没有权限".into(),
        ErrorKind::StorageFull => "磁盘已满".into(),
        ErrorKind::QuotaExceeded => "超出磁盘配额".into(),
        ErrorKind::ReadOnlyFilesystem => "文件系统为只读".into(),
        ErrorKind::FileTooLarge => "文件过大".into(),
        ErrorKind::NotADirectory => "路径中有一段不是文件夹".into(),
        ErrorKind::IsADirectory => "这是一个文件夹".into(),
        ErrorKind::InvalidFilename => "文件名无效或过长".into(),
        _ => words.clone(),
    }
}
