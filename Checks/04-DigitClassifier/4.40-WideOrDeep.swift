import Exercises04
import Practice
import Solutions04

let wideOrDeep = Check(
    "4.40", answer("parameterCount(_:)", Exercises04.parameterCount(_:), Solutions04.parameterCount(_:)),
    answer("widestLayer(insteadOf:)", Exercises04.widestLayer(insteadOf:), Solutions04.widestLayer(insteadOf:))
) { parameterCount, widestLayer in
    let nets: [([Int], count: Int, widest: Int)] = [
        ([784, 30, 1], 23581, 30), ([784, 1], 785, 0), ([784, 50, 30, 20, 1], 41421, 52),
        ([784, 10, 10, 10], 8070, 10),
        ([2, 3, 5, 7], 71, 6), ([1, 1], 2, 0), ([1, 1, 1], 4, 1), ([1, 2, 2, 1], 13, 4),
    ]
    for (widths, count, widest) in nets {
        try expectEqual(parameterCount(widths), count)
        try expectEqual(widestLayer(widths), widest)
    }
}
