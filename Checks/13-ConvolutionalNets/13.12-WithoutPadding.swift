import Exercises13
import Practice
import Solutions13

let multiplicationsInside = Check(
    "13.12",
    answer(
        "multiplicationsInside(channels:filters:kernel:size:stride:padding:)",
        Exercises13.multiplicationsInside(channels:filters:kernel:size:stride:padding:),
        Solutions13.multiplicationsInside(channels:filters:kernel:size:stride:padding:))
) { multiplicationsInside in
    try expectEqual(try multiplicationsInside(1, 4, 3, 28, 2, 1), 6724)
    // Without padding, it is the formula.
    try expectEqual(try multiplicationsInside(3, 16, 5, 32, 1, 0), 3 * 16 * 25 * 28 * 28)
    // One pixel, and a kernel that sees it nine times: 3 places along each axis.
    try expectEqual(try multiplicationsInside(1, 1, 3, 1, 1, 2), 9)
    for (channels, filters, kernel, size, stride, padding) in [
        (4, 8, 3, 14, 2, 1), (8, 16, 3, 7, 2, 1), (1, 8, 5, 28, 2, 2), (2, 3, 4, 5, 1, 2), (1, 2, 2, 6, 3, 1),
        (1, 1, 1, 4, 2, 0), (2, 1, 7, 3, 2, 3), (2, 3, 5, 31, 4, 2), (1, 2, 11, 40, 7, 5),
    ] {
        let places = (size + 2 * padding - kernel) / stride + 1
        var count = 0
        for row in 0..<places {
            for column in 0..<places {
                for i in 0..<kernel {
                    for j in 0..<kernel {
                        let (y, x) = (row * stride + i - padding, column * stride + j - padding)
                        if y >= 0, y < size, x >= 0, x < size { count += channels * filters }
                    }
                }
            }
        }
        try expectEqual(try multiplicationsInside(channels, filters, kernel, size, stride, padding), count)
    }
}
