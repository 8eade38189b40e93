// # The way back
//
// Section 13.3 · After this page you can say what the gradients of a convolution are, and have written them as loops.

import Figures
import Notebook
import Tensors

// Nobody has to make kernels by hand if they can be learned, as the weights of linear layers are. That takes gradients:
// how much does the loss change with each weight, and, for the layers before, with each pixel? For a convolution, the
// rule is short. A result is a sum of products, pixel times weight. In each of these products, the slope with the
// weight is the pixel, and the slope with the pixel is the weight. By the chain rule, both are multiplied by the
// gradient of the result, dy. And since a weight takes part in many results, and so does a pixel, all that it gets is
// added up:
//
//     dw[tap] += pixel · dy      dx[pixel] += weight · dy      for every product of the way forward
//
// So the way back has the same seven loops as the way forward, with two sums in place of one. In an `AutogradFunction`,
// a method `forward` computes the value and saves what will be needed, and a method `backward` turns the gradient of
// the value into the gradients of the operands. (`conv2dByLoops` and `ConvolutionSizes` are from section 13.3's second
// page.)

/// `conv2dByLoops` with its gradients, by loops as well.
public struct LoopConvolution: AutogradFunction {
    public init() {}

    public func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor {
        context.save(operands[0], operands[1])
        return conv2dByLoops(operands[0], operands[1])
    }

    public func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] {
        let (images, weight) = (context.saved[0], context.saved[1])
        let sizes = ConvolutionSizes(images, weight)
        let (x, w, slopes) = (images.scalars, weight.scalars, dy.scalars)
        var (dx, dw) = ([Float](repeating: 0, count: x.count), [Float](repeating: 0, count: w.count))
        var number = 0
        for image in 0..<sizes.images {
            for kernel in 0..<sizes.kernels {
                for row in 0..<sizes.down {
                    for column in 0..<sizes.across {
                        let slope = slopes[number]
                        sizes.forEachTap(image, kernel, row, column) { pixel, tap in
                            dx[pixel] += w[tap] * slope
                            dw[tap] += x[pixel] * slope
                        }
                        number += 1
                    }
                }
            }
        }
        return [Tensor(shape: images.shape, dx), Tensor(shape: weight.shape, dw)]
    }
}

extension ConvolutionalNets {
    func threeWaysBack() throws {
        // `conv2dByProduct` needs no rule of its own: it is made of slices, a stack and a matrix product, each of which
        // has its gradient. And the engine's `conv2d` has one. All three, for two images of three channels and four
        // kernels. There is no loss here. `backward(gradient: dy)` starts from the result, with a dy made of random
        // numbers in the place of the loss's gradient:
        var random = run.random
        let (x, w) = (Tensor.randn(2, 3, 6, 5, using: &random), Tensor.randn(4, 3, 3, 3, using: &random))
        let dy = Tensor.randn(2, 4, 4, 3, using: &random)
        let ways: [(name: String, way: (Tensor, Tensor) -> Tensor)] = [
            ("seven loops", { LoopConvolution()($0, $1) }), ("one matrix product", conv2dByProduct),
            ("the engine's conv2d", { $0.conv2d($1) }),
        ]
        let found = ways.map { way in
            let (images, weight) = (x.requiringGrad(), w.requiringGrad())
            let y = way.way(images, weight)
            y.backward(gradient: dy)
            return (y: y.detached(), dx: images.grad!, dw: weight.grad!)
        }
        var table = TextTable(["way", "y", "dx", "dw"], decimals: 7)
        for (way, its) in zip(ways, found) {
            table.add(
                way.name, largestDifference(its.y, found[0].y), largestDifference(its.dx, found[0].dx),
                largestDifference(its.dw, found[0].dw))
        }
        show(table, "Largest differences to the seven loops, in the result and in both gradients")
    }

    func howOftenAPixelCounts() {
        // How many results does a pixel take part in? Let all weights and all slopes be 1, and its gradient is that
        // number:
        let image = Tensor.ones(1, 1, 6, 6).requiringGrad()
        image.conv2d(.ones(1, 1, 3, 3)).sum().backward()
        show(
            PixelTable(image.grad![0, 0], decimals: 0),
            "In how many windows of 3 × 3 each pixel of a 6 × 6 image is",
            predict: .count("How many windows is the pixel in the corner part of?", Int(image.grad![0, 0, 0, 0].item)))

        // A pixel in the middle counts nine times, one at the edge three times, one in the corner once. What is at the
        // border of an image is seen less.
    }
}
