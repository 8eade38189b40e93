import Exercises06
import Foundation
import Practice
import Solutions06

let turnedPoints = Check(
    "6.9",
    answer(
        "turnedPoints(_:degrees:width:height:)", Exercises06.turnedPoints(_:degrees:width:height:),
        Solutions06.turnedPoints(_:degrees:width:height:))
) { turned in
    // Not turned at all: even the corners stay.
    let corners = try turned([[-1, -1], [1, 1], [0.25, -0.5]], 0, 320, 240)
    try expectEqual(corners.its("which are cut off") { $0.map { $0 == nil } }, [false, false, false])
    try expectClose(corners.its("the points") { $0.flatMap { $0! } }, [-1, -1, 1, 1, 0.25, -0.5])
    // A quarter of a turn: what is on the right goes up, what is below goes to the right.
    let quarter = try turned([[0.5, 0], [0, 0.5]], 90, 100, 100)
    try expectEqual(quarter.its("which are cut off") { $0.map { $0 == nil } }, [false, false])
    try expectClose(quarter.its("the points") { $0.flatMap { $0! } }, [0, -0.5, 0.5, 0])
    // Wide and high photos, where shares of the width and of the height are not equally long.
    let wide = try turned([[0.4, 0], [0.6, 0], [0, 1], [0, 0]], 90, 200, 100)
    try expectEqual(wide.its("which are cut off") { $0.map { $0 == nil } }, [false, true, false, false])
    try expectClose(wide.its("the points") { $0.compactMap { $0 }.flatMap { $0 } }, [0, -0.8, 0.5, 0, 0, 0])
    let high = try turned([[0.3, 0.2], [-0.9, 0.95], [0, 0.9]], -30, 240, 320)
    let (c, s) = (3.0.squareRoot() / 2, -0.5)
    try expectEqual(high.its("which are cut off") { $0.map { $0 == nil } }, [false, true, false])
    // In pixels from the middle, these two are at (36, 32) and (0, 144).
    let wanted = [(36 * c + 32 * s) / 120, (32 * c - 36 * s) / 160, 144 * s / 120, 144 * c / 160]
    try expectClose(high.its("the points") { $0.compactMap { $0 }.flatMap { $0 } }, wanted)
    let none = try turned([], 10, 3, 2)
    try expectEqual(none.its("how many points") { $0.count }, 0)
}
