import Exercises13
import Practice
import Solutions13
import Tensors

let kernelMap = Check(
    "13.3", answer("kernelMap(_:of:)", Exercises13.kernelMap(_:of:), Solutions13.kernelMap(_:of:))
) { kernelMap in
    let image = Tensor((0..<30).map { Float($0 * 7 % 11 - 4) }).reshaped(5, 6)
    for (height, width) in [(3, 3), (2, 2), (1, 1), (1, 4), (5, 2), (4, 6), (5, 6)] {
        let kernel = Tensor((0..<height * width).map { Float($0 * 5 % 9 - 4) }).reshaped(height, width)
        let expected = image.reshaped(1, 1, 5, 6).conv2d(kernel.reshaped(1, 1, height, width))[0, 0]
        let found = try kernelMap(kernel, image)
        guard let map = found.value else {
            throw WrongAnswer(given: found.call, expected: "a map \(expected.shape)", found: "nil")
        }
        try expectClose(Found(found.call, map), expected)
    }
    for shape in [[6, 3], [3, 7], [6, 7]] {
        let found = try kernelMap(.ones(shape), image)
        try expect(found, "nil: the kernel does not fit", found: found.value == nil ? "nil" : "a map") { $0 == nil }
    }
}
