import Exercises13
import Practice
import Solutions13
import Tensors

let appliedKernel = Check(
    "13.1",
    answer(
        "appliedKernel(_:to:row:column:)", Exercises13.appliedKernel(_:to:row:column:),
        Solutions13.appliedKernel(_:to:row:column:))
) { appliedKernel in
    let image = Tensor((0..<42).map { Float($0 * 5 % 13) }).reshaped(6, 7)
    let top = Tensor([[-1, -1, -1], [0, 0, 0], [1, 1, 1]])
    try expectClose(appliedKernel(top, image, 2, 3), (image[3, 2..<5].sum() - image[1, 2..<5].sum()).item)
    let kernels = [(3, 3), (1, 1), (5, 5), (1, 5), (5, 3)].map { height, width in
        Tensor((0..<height * width).map { Float($0 * 3 % 7 - 3) }).reshaped(height, width)
    }
    for kernel in kernels {
        let (down, across) = (kernel.shape[0] / 2, kernel.shape[1] / 2)
        let map = image.reshaped(1, 1, 6, 7).conv2d(kernel.reshaped([1, 1] + kernel.shape))
        for (row, column) in [(down, across), (5 - down, 6 - across), (3, 3)] {
            try expectClose(appliedKernel(kernel, image, row, column), map[0, 0, row - down, column - across].item)
        }
        for (row, column) in [(down - 1, across), (6 - down, across), (down, across - 1), (down, 7 - across)] {
            try expectEqual(appliedKernel(kernel, image, row, column).noting("over the border"), nil)
        }
    }
}
