// # Why it is called transposed
//
// Section 15.2 · After this page you know what a transposed convolution has to do with a convolution, and what it does
// not undo.

import Figures
import Layers
import Notebook
import Tensors

// A convolution without bias is linear: it can be written as one large matrix, with a row for each result and a column
// for each pixel (section 13.5 draws it). `matrix` finds the matrix of any linear function by asking it: a picture that
// is 1 at one pixel and 0 elsewhere gives the column of that pixel.

/// The matrix of a linear function of pictures [1, 1, h, w]: a column for each pixel.
func matrix(of function: (Tensor) -> Tensor, height: Int, width: Int) -> Tensor {
    let columns = (0..<height * width).map { pixel -> Tensor in
        let picture = Tensor(shape: [1, 1, height, width], (0..<height * width).map { $0 == pixel ? 1 : 0 })
        return function(picture).flattened()
    }
    return .stack(columns, axis: 1)
}

extension Architectures {
    func transposedMatrix() {
        // A small one: 4 × 4 pixels, a kernel of 2 × 2 with a stride of 2, so 2 × 2 results. Beside it, the matrix of
        // the transposed convolution with the same kernel, which makes 4 × 4 of 2 × 2:
        let kernel = Tensor([[1, 2], [3, 4]]).reshaped(1, 1, 2, 2)
        let down = matrix(of: { $0.conv2d(kernel, stride: 2) }, height: 4, width: 4)
        let up = matrix(of: { $0.convTranspose2d(kernel, stride: 2) }, height: 2, width: 2)
        show(
            NumberGrids(
                [
                    .init("convolution, [4, 16]", down, decimals: 0),
                    .init("transposed convolution, [16, 4]", up, decimals: 0),
                ], title: "Two matrices"), "The matrices of a convolution and of its transposed one")
        show(
            "\(up.scalars == down.transposed().scalars)", "the second is the first, transposed",
            predict: .yesNo("Rows and columns of the first are exchanged. Is that the second, number for number?", true)
        )
    }

    func sameInnerProduct() {
        // Transposing a matrix means: for any x and y, the inner product of A x with y is that of x with Aᵀ y. So one
        // can check it without writing down a matrix, at any size:
        var random = run.random
        let w = Tensor.randn(6, 3, 3, 3, using: &random)
        var table = TextTable(["pixels", "stride", "padding", "⟨conv x, y⟩", "⟨x, convᵀ y⟩"], decimals: 3)
        for (side, stride, padding) in [(7, 1, 1), (9, 2, 0), (9, 2, 1), (9, 3, 0)] {
            let x = Tensor.randn(2, 3, side, side, using: &random)
            let down = x.conv2d(w, stride: Size2D(stride), padding: Size2D(padding))
            let y = Tensor.randn(down.shape, using: &random)
            let up = y.convTranspose2d(w, stride: Size2D(stride), padding: Size2D(padding))
            table.add(side, stride, padding, (down * y).sum().item, (x * up).sum().item)
        }
        show(table, "Inner products, on both sides")
    }

    func gradientOfAConvolution() {
        // You have met this function before, under another name. The gradient of a loss with respect to the pixels of a
        // convolution is Aᵀ times the gradient of its results: what carries gradients back through a convolution is the
        // transposed convolution, to the last bit. And the gradient of a transposed convolution is a convolution.
        var random = run.random
        let w = Tensor.randn(6, 3, 3, 3, using: &random)
        let x = Tensor.randn(2, 3, 9, 9, using: &random).requiringGrad()
        let y = x.conv2d(w, stride: 2, padding: 1)
        let dy = Tensor.randn(y.shape, using: &random)
        y.backward(gradient: dy)
        show(
            "\(x.grad!.scalars == dy.convTranspose2d(w, stride: 2, padding: 1).scalars)",
            "the gradient is the transposed convolution of dy")
        let z = dy.requiringGrad()
        let back = z.convTranspose2d(w, stride: 2, padding: 1)
        let dback = Tensor.randn(back.shape, using: &random)
        back.backward(gradient: dback)
        show(
            "\(z.grad!.scalars == dback.conv2d(w, stride: 2, padding: 1).scalars)",
            "its own gradient is the convolution")
    }

    func notTheInverse() {
        // It is not the inverse, though. There and back again with the same kernel gives back the shape, not the
        // picture: Aᵀ A is not 1. (An inverse cannot exist. Many pictures have the same four results.)
        let kernel = Tensor([[1, 2], [3, 4]]).reshaped(1, 1, 2, 2) / 4
        let x = Tensor(shape: [1, 1, 4, 4], (0..<16).map { Float($0 % 5) })
        let back = x.conv2d(kernel, stride: 2).convTranspose2d(kernel, stride: 2)
        show(
            NumberGrids(
                [.init("a picture", x[0, 0], decimals: 1), .init("there and back", back[0, 0], decimals: 1)],
                title: "Transposed is not undone", side: 240),
            "A picture, and what a convolution and its transposed one make of it",
            predict: .yesNo("Is the picture there again?", back.scalars == x.scalars))

        // What does undo sizes is ambiguous, too: with a stride of 2, pictures of 13 and of 14 pixels both become 7
        // wide. That is what `outputPadding` chooses between.
        let widths = [13, 14].map {
            Tensor.zeros(1, 1, $0, $0).conv2d(.zeros(1, 1, 3, 3), stride: 2, padding: 1).shape[3]
        }
        show(widths, "widths of 13 and 14 pixels after a stride of 2")
    }
}
