// # The matrix in numbers
//
// Section 13.5 · After this page you can build the matrix of a convolution, and you know how large it would be.

import Figures
import Notebook
import Tensors

// The page before has written the matrix of a convolution in letters: a row for each place of the kernel, a column for
// each pixel. The same with numbers:

/// The matrix of a convolution of images [height, width] by a kernel [kh, kw]: [places, pixels]. Its product with an
/// image, laid out as a vector, is the map of the kernel.
public func convolutionMatrix(_ kernel: Tensor, height: Int, width: Int) -> Tensor {
    let (tapsDown, tapsAcross) = (kernel.shape[0], kernel.shape[1])
    let down = convolutionSize(height, kernel: tapsDown)
    let across = convolutionSize(width, kernel: tapsAcross)
    let weights = kernel.scalars
    var matrix = [Float](repeating: 0, count: down * across * height * width)
    for place in 0..<down * across {
        for tap in weights.indices {
            let (row, column) = (place / across + tap / tapsAcross, place % across + tap % tapsAcross)
            matrix[(place * height + row) * width + column] = weights[tap]
        }
    }
    return Tensor(shape: [down * across, height * width], matrix)
}

extension ConvolutionalNets {
    func sameAsTheConvolution() throws {
        // Four numbers for α, β, γ and δ, and the image has the numbers from 1 to 9:
        let (kernel, image) = (Tensor([[1, 2], [3, 4]]), (Tensor.arange(9) + 1).reshaped(3, 3))
        let matrix = convolutionMatrix(kernel, height: 3, width: 3)
        show(matrix, "the matrix")
        let product = matrix.matmul(image.reshaped(9))
        show(
            product, "the matrix times the image",
            ask: "Kernel 1 2 / 3 4, image 1 2 3 / 4 5 6 / 7 8 9: what are the four results, without bias?")
        let map = image.reshaped(1, 1, 3, 3).conv2d(kernel.reshaped(1, 1, 2, 2))
        show(largestDifference(map.reshaped(4), product), "largest difference to `conv2d`")

        // And the three, through the kernel of top edges:
        let (three, large) = (try three, convolutionMatrix(topEdge, height: 28, width: 28))
        let edges = large.matmul(three.reshaped(784)).reshaped(26, 26)
        show(largestDifference(edges, try topEdgeMap), "largest difference to the map of section 13.2")
    }

    func mostlyZeros() {
        // How many numbers is that? A row for each of 26 × 26 places, a column for each of 784 pixels. In a row are as
        // many weights as the kernel has, and the rest is zeros:
        let matrix = convolutionMatrix(.ones(3, 3), height: 28, width: 28)
        let used = Int(matrix.sum().item)
        var table = TextTable(["what", "how many"])
        table.add("numbers of the matrix", matrix.count)
        table.add("of these, not zero", used)
        table.add("of these, different", 9)
        show(
            table, "The matrix of a 3 × 3 kernel for 28 × 28 pixels",
            predict: .count("How many numbers of this matrix are not zero?", used))

        // A linear layer with as many inputs and outputs has more than half a million weights; the convolution has
        // nine. Nobody builds this matrix to compute with it, since almost all of the products would be with 0. It is
        // there to be thought of.
        //
        // (The matrix product of section 13.3 is another one. There, the windows were the matrix, and each kernel was a
        // row; here, the kernel is the matrix, and the image is a column. Both are the same sums.)
    }

    func theWayBackIsTheTranspose() {
        // The matrix explains the way back, too. If y = M · x, the gradient of x is Mᵀ · dy. So what carries gradients
        // back through a convolution is the same matrix, transposed, with the same zeros and the same tied weights:
        var random = run.random
        let kernel = Tensor.randn(3, 3, using: &random)
        let x = Tensor.randn(1, 1, 6, 6, using: &random).requiringGrad()
        let dy = Tensor.randn(1, 1, 4, 4, using: &random)
        x.conv2d(kernel.reshaped(1, 1, 3, 3)).backward(gradient: dy)
        let matrix = convolutionMatrix(kernel, height: 6, width: 6)
        let transposed = matrix.transposed().matmul(dy.reshaped(16))
        show(largestDifference(x.grad!.reshaped(36), transposed), "largest difference between Mᵀ · dy and the gradient")

        // It leads from a small image to a larger one. Used forward, it is a layer of its own, the *transposed
        // convolution*.
    }
}
