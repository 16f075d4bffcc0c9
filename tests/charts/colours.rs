//! Colours as those see them who see fewer, and as a printer without colour shows them.

use orgodds::chart::SCENARIO_COLOURS;

/// What becomes of linear red, green and blue: dichromacy as simulated by Machado,
/// Oliveira and Fernandes 2009 (IEEE Transactions on Visualization and Computer
/// Graphics 15 (6), severity 1).
const VISIONS: [(&str, [[f64; 3]; 3]); 4] = [
    ("all three cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "no red cones",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "no green cones",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "no blue cones",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

fn times(matrix: &[[f64; 3]; 3], of: [f64; 3]) -> [f64; 3] {
    [0, 1, 2].map(|row| (0..3).map(|i| matrix[row][i] * of[i]).sum())
}

fn linear([red, green, blue]: [u8; 3]) -> [f64; 3] {
    [red, green, blue].map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

/// CIE 1976 L*a*b* under D65, from linear sRGB.
fn lab(linear: [f64; 3]) -> [f64; 3] {
    const XYZ: [[f64; 3]; 3] = [
        [0.412_456_4 / 0.950_47, 0.357_576_1 / 0.950_47, 0.180_437_5 / 0.950_47],
        [0.212_672_9, 0.715_152_2, 0.072_175_0],
        [0.019_333_9 / 1.088_83, 0.119_192_0 / 1.088_83, 0.950_304_1 / 1.088_83],
    ];
    let inside = linear.map(|part| part.clamp(0.0, 1.0));
    let [x, y, z] = times(&XYZ, inside)
        .map(|t| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn pairs() -> impl Iterator<Item = ([u8; 3], [u8; 3])> {
    let all = SCENARIO_COLOURS;
    (0..all.len()).flat_map(move |i| (0..i).map(move |j| (all[i], all[j])))
}

/// A difference of 10 is plain to see for two areas side by side; one of 2 is hardly seen.
#[test]
fn scenarios_are_told_apart_with_any_colour_vision() {
    for (vision, matrix) in &VISIONS {
        for (one, other) in pairs() {
            let seen = [one, other].map(|colour| lab(times(matrix, linear(colour))));
            let apart: f64 = (0..3).map(|i| (seen[0][i] - seen[1][i]).powi(2)).sum();
            assert!(
                apart.sqrt() > 14.0,
                "{vision}: {one:?} and {other:?} are {} apart",
                apart.sqrt()
            );
        }
    }
}

#[test]
fn scenarios_are_told_apart_without_colour() {
    for (one, other) in pairs() {
        let [one_l, other_l] = [one, other].map(|colour| lab(linear(colour))[0]);
        assert!((one_l - other_l).abs() > 6.0, "{one:?} and {other:?}: {one_l} and {other_l}");
    }
}

/// Names are written in them in large letters: 3 to 1 (WCAG 2.2, 1.4.3).
#[test]
fn names_in_the_colours_of_scenarios_stand_out_from_the_paper() {
    for colour in SCENARIO_COLOURS {
        let light = linear(colour);
        let luminance = 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
        let contrast = 1.05 / (luminance + 0.05);
        assert!(contrast > 3.0, "{colour:?} has a contrast of {contrast}");
    }
}
