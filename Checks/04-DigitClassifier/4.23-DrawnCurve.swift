import Exercises04
import Foundation
import Practice
import Solutions04

private typealias Drawn =
    @Sendable (@escaping (Float) -> Float, ClosedRange<Float>, ClosedRange<Float>, Int, Int) throws -> [String]

let drawnCurve = Check(
    "4.23",
    answer(
        "drawn(_:x:y:columns:rows:)", naming(Exercises04.drawn(_:x:y:columns:rows:) as Drawn),
        naming(Solutions04.drawn(_:x:y:columns:rows:) as Drawn))
) { drawn in
    func expectDrawing(
        _ name: String, _ f: @escaping (Float) -> Float, _ x: ClosedRange<Float>, _ y: ClosedRange<Float>,
        _ expected: [String]
    ) throws {
        let found = try drawn(Named(name, f), x, y, expected[0].count, expected.count)
        try expectEqual(found.its("lines", \.count), expected.count)
        try expectEqual(found.its("characters in each line") { $0.map(\.count) }, expected.map(\.count))
        try expect(found, framed(expected), found: framed(found.value)) { $0 == expected }
    }

    try expectDrawing("{ $0 }", { $0 }, 0...2, 0...1, ["  *  ", " *   ", "*    "])
    try expectDrawing(
        "sigmoid", { 1 / (1 + exp(-$0)) }, -6...6, 0...1,
        [
            "                  *******",
            "                **       ",
            "               *         ",
            "              *          ",
            "             *           ",
            "            *            ",
            "           *             ",
            "          *              ",
            "         *               ",
            "       **                ",
            "*******                  ",
        ])
    try expectDrawing(
        "relu", { max($0, 0) }, -2...2, 0...2,
        ["        *", "       * ", "      *  ", "     *   ", "*****    "])
    // Most of this one is above the drawing or below it.
    try expectDrawing(
        "{ $0 * $0 - 1 }", { $0 * $0 - 1 }, -2...2, -0.5...1, ["         ", "         ", "  *   *  ", "         "])
}

/// A drawing as it looks in the terminal, with a frame that shows where it ends.
private func framed(_ lines: [String]) -> String { lines.map { "\n    |\($0)|" }.joined() }
