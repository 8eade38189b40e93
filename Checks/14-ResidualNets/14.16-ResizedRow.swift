import Exercises14
import Practice
import Solutions14

let resizedRow = Check(
    "14.16", answer("resized(_:to:)", Exercises14.resized(_:to:), Solutions14.resized(_:to:))
) { resized in
    try expectClose(resized([1, 2, 3], 3), [1, 2, 3])
    try expectClose(resized([0, 1], 4), [0, 0.25, 0.75, 1])
    try expectClose(resized([5], 3), [5, 5, 5])
    try expectClose(resized([0, 0, 7, 7], 1), [3.5])
    // Two old pixels for each new one: weights 1, 3, 3, 1 of 8, of which the first and the last new pixel lack one.
    try expectClose(resized([8, 0, 0, 0, 8, 16], 3), [24.0 / 7, 1, 72.0 / 7])
    try expectClose(resized([1, 1, 1, 1, 1, 1, 1], 5), [1, 1, 1, 1, 1])
    // 3 to 2: centres at 0.75 and 2.25, reach 1.5
    try expectClose(resized([6, 0, 0], 2), [3.75, 0])
    // Whoever looks at all old pixels for each new one is still at it tomorrow.
    let row = (0..<120_000).map { Float($0) }
    try expectClose(resized(row, 40_000).its("the beginning") { Array($0[1...3]) }, [4, 7, 10], tolerance: 1e-3)
    let long = (0..<100_000).map { Float($0 % 10) }
    try expectClose(resized(long, 3).its("the middle") { [$0[1]] }, [4.5], tolerance: 1e-3)
}
