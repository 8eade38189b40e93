import Exercises21
import Practice
import Solutions21
import Tensors

let equalizedBytes = Check(
    "21.8",
    answer(
        "equalizedBytes(counts:)", Exercises21.equalizedBytes(counts:), Solutions21.equalizedBytes(counts:))
) { equalized in
    func counted(_ bytes: [Int]) -> [Int] { IntTensor(bytes).bincount(minLength: 256).scalars }
    // 2 once, 3 once, 5 twice: a third of the way at 3. (A message shows the first counts, so the bytes are small.)
    let few = try equalized(counted([3, 5, 2, 5]))
    try expectEqual(few.its("how many numbers") { $0.count }, 256)
    try expectEqual(few.its("what 0 to 7 become") { Array($0[0...7]) }, [0, 0, 0, 85, 85, 255, 255, 255])
    try expectEqual(few.its("what 255 becomes") { $0[255] }, 255)
    // The smallest value occurs more than once, and 0 and 255 occur.
    let wide = try equalized(counted([0, 0, 0, 7, 255, 255]))
    try expectEqual(
        wide.its("what 0, 6, 7, 254 and 255 become") { t in [0, 6, 7, 254, 255].map { t[$0] } }, [0, 0, 85, 85, 255])
    // 127.5 is rounded up, and 63.75 and 191.25 to the nearest.
    try expectEqual(equalized(counted([3, 4, 5])).its("what 4 becomes") { $0[4] }, 128)
    let rounded = try equalized(counted([3, 4, 5, 6, 7]))
    try expectEqual(rounded.its("what 3 to 7 become") { Array($0[3...7]) }, [0, 64, 128, 191, 255])
    // Nothing to spread.
    try expectEqual(equalized(counted([4, 4, 4])), Array(0..<256))
    try expectEqual(equalized([Int](repeating: 0, count: 256)), Array(0..<256))
    // Every value once: all is as it should be.
    try expectEqual(equalized([Int](repeating: 1, count: 256)), Array(0..<256))
}
