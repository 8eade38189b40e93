// The path of a pen that writes a digit, as a list of points that the pen passes.
//
// The points live in a box of one by one: x runs to the right, y runs down, like the pixels of an
// image. Between two corners the pen draws a smooth curve through the points; at a corner it
// turns sharply. People write digits in different ways, so most digits have several shapes: a
// seven with or without a bar, a three with a round or a flat head.

/// A point the pen passes.
struct PenPoint: Sendable {
    var x: Float
    var y: Float
    /// True where the pen changes direction sharply.
    var isCorner = false

    static func at(_ x: Float, _ y: Float) -> PenPoint { PenPoint(x: x, y: y) }
    static func corner(_ x: Float, _ y: Float) -> PenPoint { PenPoint(x: x, y: y, isCorner: true) }
}

/// One movement of the pen from setting down to lifting off.
typealias PenStroke = [PenPoint]

/// The shapes each digit is written in; `digitShapes[7]` are the ways to write a seven.
let digitShapes: [[[PenStroke]]] = [zeros, ones, twos, threes, fours, fives, sixes, sevens, eights, nines]

/// Rare shapes of three and seven that nearly look alike: only a combination of strokes tells them apart.
let hastyShapes: [Int: [PenStroke]] = [
    // The lower curve is a mere hook.
    3: [
        [
            .at(0.08, 0.12), .at(0.5, 0.01), .at(0.86, 0.1), .corner(0.5, 0.42), .at(0.74, 0.55),
            .at(0.66, 0.84), .at(0.34, 1),
        ]
    ],
    // With a bar and a tail: nearly all that a three has.
    7: [
        [
            .at(0.1, 0.07), .at(0.5, 0.03), .corner(0.88, 0.04), .at(0.72, 0.45), .at(0.62, 0.8),
            .at(0.36, 0.98), .at(0.1, 0.9),
        ],
        [.at(0.36, 0.46), .at(0.62, 0.45), .at(0.88, 0.43)],
    ],
]

private let zeros: [[PenStroke]] = [
    [
        [
            .at(0.55, 0.02), .at(0.18, 0.2), .at(0.06, 0.58), .at(0.27, 0.95), .at(0.62, 0.98),
            .at(0.92, 0.65), .at(0.88, 0.25), .at(0.5, 0.02),
        ]
    ]
]

private let ones: [[PenStroke]] = [
    [[.at(0.53, 0), .at(0.5, 0.5), .at(0.48, 1)]],
    [[.at(0.3, 0.22), .corner(0.54, 0), .at(0.51, 0.5), .at(0.5, 1)]],
]

private let twos: [[PenStroke]] = [
    [
        [
            .at(0.1, 0.24), .at(0.35, 0.02), .at(0.72, 0.04), .at(0.84, 0.28), .at(0.58, 0.62),
            .corner(0.08, 0.98), .at(0.5, 0.95), .at(0.95, 0.97),
        ]
    ],
    [
        [
            .at(0.12, 0.2), .at(0.42, 0), .at(0.78, 0.12), .at(0.72, 0.45), .at(0.4, 0.8), .at(0.14, 0.96),
            .at(0.08, 0.83), .at(0.28, 0.78), .at(0.6, 0.94), .at(0.95, 0.92),
        ]
    ],
]

private let threes: [[PenStroke]] = [
    // Two curves that meet in a corner.
    [
        [
            .at(0.1, 0.16), .at(0.4, 0), .at(0.8, 0.08), .at(0.78, 0.32), .corner(0.38, 0.46),
            .at(0.82, 0.56), .at(0.88, 0.82), .at(0.5, 1), .at(0.08, 0.88),
        ]
    ],
    // The same with a small loop in the middle.
    [
        [
            .at(0.14, 0.13), .at(0.5, 0), .at(0.82, 0.16), .at(0.6, 0.42), .at(0.36, 0.48), .at(0.4, 0.4),
            .at(0.72, 0.52), .at(0.84, 0.78), .at(0.5, 1), .at(0.06, 0.86),
        ]
    ],
    // A flat head: as far as the middle it could become a seven.
    [
        [
            .at(0.1, 0.05), .at(0.5, 0.04), .corner(0.86, 0.03), .corner(0.42, 0.42), .at(0.8, 0.54),
            .at(0.84, 0.82), .at(0.48, 1), .at(0.06, 0.9),
        ]
    ],
]

private let fours: [[PenStroke]] = [
    [
        [.at(0.28, 0), .at(0.18, 0.3), .corner(0.1, 0.58), .at(0.5, 0.54), .at(0.95, 0.5)],
        [.at(0.76, 0.08), .at(0.7, 0.5), .at(0.64, 1)],
    ],
    [
        [
            .at(0.68, 1), .at(0.7, 0.5), .corner(0.72, 0.02), .at(0.4, 0.34), .corner(0.05, 0.64),
            .at(0.5, 0.62), .at(0.97, 0.6),
        ]
    ],
]

private let fives: [[PenStroke]] = [
    [
        [
            .at(0.24, 0.03), .at(0.2, 0.22), .corner(0.16, 0.44), .at(0.58, 0.38), .at(0.86, 0.62),
            .at(0.72, 0.92), .at(0.38, 1), .at(0.05, 0.88),
        ],
        [.at(0.24, 0.04), .at(0.56, 0.03), .at(0.9, 0)],
    ],
    [
        [
            .at(0.92, 0.02), .at(0.6, 0.04), .corner(0.26, 0.04), .corner(0.2, 0.42), .at(0.62, 0.42),
            .at(0.84, 0.68), .at(0.6, 0.98), .at(0.08, 0.92),
        ]
    ],
]

private let sixes: [[PenStroke]] = [
    [
        [
            .at(0.74, 0.02), .at(0.36, 0.25), .at(0.12, 0.65), .at(0.32, 0.98), .at(0.74, 0.94),
            .at(0.86, 0.7), .at(0.58, 0.54), .at(0.2, 0.74),
        ]
    ]
]

private let sevens: [[PenStroke]] = [
    [[.at(0.06, 0.06), .at(0.5, 0.05), .corner(0.9, 0.03), .at(0.58, 0.48), .at(0.4, 1)]],
    // With a serif, and a foot that swings to the left.
    [
        [
            .at(0.06, 0.24), .corner(0.08, 0.06), .at(0.5, 0.08), .corner(0.88, 0.02), .at(0.66, 0.4),
            .at(0.5, 0.8), .at(0.28, 1),
        ]
    ],
    // Written in one curve, without a corner.
    [[.at(0.08, 0.14), .at(0.4, 0.03), .at(0.78, 0.05), .at(0.8, 0.24), .at(0.58, 0.58), .at(0.46, 1)]],
    // With a bar.
    [
        [.at(0.06, 0.05), .at(0.5, 0.05), .corner(0.9, 0.02), .at(0.6, 0.46), .at(0.4, 1)],
        [.at(0.34, 0.53), .at(0.58, 0.5), .at(0.84, 0.5)],
    ],
    // With a serif and a bar.
    [
        [.at(0.08, 0.26), .corner(0.08, 0.06), .at(0.5, 0.06), .corner(0.92, 0.02), .at(0.6, 0.46), .at(0.36, 1)],
        [.at(0.26, 0.56), .at(0.56, 0.5), .at(0.86, 0.5)],
    ],
]

private let eights: [[PenStroke]] = [
    [
        [
            .at(0.8, 0.14), .at(0.46, 0), .at(0.18, 0.18), .at(0.48, 0.45), .at(0.84, 0.76), .at(0.5, 1),
            .at(0.14, 0.8), .at(0.48, 0.48), .at(0.82, 0.22), .at(0.74, 0.07),
        ]
    ]
]

private let nines: [[PenStroke]] = [
    [
        [
            .at(0.84, 0.18), .at(0.52, 0), .at(0.16, 0.22), .at(0.4, 0.48), .corner(0.84, 0.2),
            .at(0.8, 0.6), .at(0.66, 1),
        ]
    ],
    [
        [
            .at(0.82, 0.2), .at(0.48, 0.02), .at(0.16, 0.26), .at(0.46, 0.46), .at(0.8, 0.26), .at(0.84, 0.5),
            .at(0.7, 0.9), .at(0.3, 0.96),
        ]
    ],
]
