// Nudge: A multiplication is inside if its row is inside, and its column is. Rows and columns do not depend on each
//   other.
// Idea: Along one axis, count the pairs of a place and a row of the kernel that meet a row of the image. Both axes have
//   the same number of them, and each pair of pairs is a multiplication.
// Almost: place · stride + tap − padding is the row of the image, with place from 0 on and tap in 0..<kernel. Count
//   with two loops, or with `reduce` and `count`, how many pairs have it in 0..<size. How often does that number come
//   in the answer, if columns are counted in the same way?

public func multiplicationsInside(
    channels: Int, filters: Int, kernel: Int, size: Int, stride: Int, padding: Int
) throws -> Int {
    let places = (size + 2 * padding - kernel) / stride + 1
    let pairs = (0..<places).reduce(0) { sum, place in
        sum + (0..<kernel).count { (0..<size).contains(place * stride + $0 - padding) }
    }
    return filters * channels * pairs * pairs
}
