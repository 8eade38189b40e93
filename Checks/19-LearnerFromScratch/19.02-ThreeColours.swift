import Chapter19
import Exercises19
import Practice
import Solutions19

let threeColours = Check(
    "19.2",
    answer(
        "threeColours(_:mode:palette:)", Exercises19.threeColours(_:mode:palette:),
        Solutions19.threeColours(_:mode:palette:))
) { threeColours in
    try expectEqual(threeColours([0, 7, 255], .grey, []), [0, 0, 0, 7, 7, 7, 255, 255, 255])
    try expectEqual(threeColours([1, 2, 3, 40, 50, 60], .rgb, []), [1, 2, 3, 40, 50, 60])
    // Opacity is neither kept nor multiplied by.
    try expectEqual(threeColours([9, 255, 200, 0, 30, 128], .greyAlpha, []), [9, 9, 9, 200, 200, 200, 30, 30, 30])
    try expectEqual(
        threeColours([1, 2, 3, 255, 40, 50, 60, 0, 100, 200, 30, 128], .rgba, []),
        [1, 2, 3, 40, 50, 60, 100, 200, 30])
    let palette: [UInt8] = [10, 20, 30, 0, 255, 0, 7, 8, 9]
    try expectEqual(threeColours([2, 0, 1, 2], .palette, palette), [7, 8, 9, 10, 20, 30, 0, 255, 0, 7, 8, 9])
    // The palette ends before 3.
    try expectEqual(threeColours([3, 1, 255], .palette, palette), [0, 0, 0, 0, 255, 0, 0, 0, 0])
    // A palette of 256 colours, which are no greys.
    let many = (0..<256).flatMap { [UInt8($0), UInt8(255 - $0), UInt8($0 ^ 85)] }
    try expectEqual(threeColours([0, 100, 255], .palette, many), [0, 255, 85, 100, 155, 49, 255, 0, 170])
    for mode in PictureHeader.Mode.allCases { try expectEqual(threeColours([], mode, []), []) }
}
