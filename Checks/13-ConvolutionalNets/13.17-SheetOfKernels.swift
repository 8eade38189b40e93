import Exercises13
import Practice
import Solutions13
import Tensors

let sheetOfKernels = Check(
    "13.17",
    answer(
        "sheetOfKernels(_:columns:)", Exercises13.sheetOfKernels(_:columns:), Solutions13.sheetOfKernels(_:columns:))
) { sheetOfKernels in
    // Two kernels of one pixel, beside each other and below each other.
    let two = Tensor([2, -1, 0, 0, 0, 0]).reshaped(2, 3, 1, 1)
    let beside = try sheetOfKernels(two, 2)
    try expectEqual(beside.its("shape", \.shape), [3, 3, 5])
    try expectClose(
        beside.its("middle row of each channel") { $0[0..., 1] },
        Tensor([
            [1, 1, 1, 0.5, 1], [1, 0.25, 1, 0.5, 1], [1, 0.5, 1, 0.5, 1],
        ]))
    try expectEqual(try sheetOfKernels(two, 1).its("shape", \.shape), [3, 5, 3])
    try expectEqual(try sheetOfKernels(two, 4).its("shape", \.shape), [3, 3, 9])
    // A faint kernel is as strong as any other.
    try expectClose(
        try sheetOfKernels(Tensor([0.001, -0.0005, 0]).reshaped(1, 3, 1, 1), 1).its("middle") { $0[0..., 1, 1] },
        Tensor([1, 0.25, 0.5]))
    var random = SplitMix64(seed: 1317)
    for (filters, k, columns) in [(5, 3, 2), (1, 5, 1), (8, 7, 8), (7, 2, 3)] {
        let weight = Tensor.randn([filters, 3, k, k], using: &random)
        let found = try sheetOfKernels(weight, columns)
        let rows = (filters + columns - 1) / columns
        try expectEqual(found.its("shape", \.shape), [3, rows * (k + 1) + 1, columns * (k + 1) + 1])
        for number in 0..<filters {
            let (top, left) = (number / columns * (k + 1) + 1, number % columns * (k + 1) + 1)
            let largest = weight[number].abs().max().item
            try expectClose(
                found.its("kernel \(number)") { $0[0..., top..<top + k, left..<left + k] },
                weight[number] / largest / 2 + 0.5)
        }
        let ones = found.value.sum().item
        let kernels = (0..<filters).reduce(Float(0)) { sum, number in
            sum + (weight[number] / weight[number].abs().max().item / 2 + 0.5).sum().item
        }
        let paper = Float(3 * (rows * (k + 1) + 1) * (columns * (k + 1) + 1) - filters * 3 * k * k)
        try expectClose(found.its("sum of all numbers") { _ in ones }, paper + kernels, tolerance: 1e-4)
    }
}
