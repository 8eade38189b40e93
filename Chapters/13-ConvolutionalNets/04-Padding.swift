// # Strides and padding
//
// Section 13.4 · After this page you can keep the size of an image through a convolution, and say what the zeros around
// it do.

import Figures
import Notebook
import Tensors

// A map of a 3 × 3 kernel has lost a row and a column at each side, because the kernel cannot reach over the border. To
// keep them, put a frame of extra pixels around the image, nearly always zeros. This is *padding*. With one row or
// column at each side, the middle of a 3 × 3 kernel can be on every pixel, and the map is as large as the image:

extension ConvolutionalNets {
    func kernelOnTheCorner() throws {
        show(
            KernelPlaces(input: 5, kernel: 3, padding: 1).diagram(
                "With padding, the kernel reaches the corner", [(0, 0), (0, 4), (4, 4)]),
            "5 × 5 pixels with a padding of 1, a kernel of 3 × 3, and an output of 5 × 5")

        // `padded(1, lastAxes: 2)` puts such a frame around the last two axes. The output is what section 13.3 would
        // give for the larger image:
        let image = Tensor.ones(1, 1, 5, 5)
        let map = conv2dByProduct(image.padded(1, lastAxes: 2), .ones(1, 1, 3, 3))
        show(map.shape, ask: "5 × 5 pixels, padded by 1, and a kernel of 3 × 3: what is the shape of the result?")
        show(
            PixelTable(map[0, 0], decimals: 0),
            "An image of ones through a kernel of ones: how many pixels of the image each window has")

        // The engine's `conv2d` makes the frame itself, if it is told how wide:
        show(
            largestDifference(map, image.conv2d(.ones(1, 1, 3, 3), padding: 1)),
            "largest difference between a padded image and `padding: 1`")
    }

    func largerThanTheImage() throws {
        // Padding may be more than that. Take a kernel of 4 × 4 with a padding of 2:
        let map = conv2dByProduct(Tensor.ones(1, 1, 5, 5).padded(2, lastAxes: 2), .ones(1, 1, 4, 4))
        record(
            "padding-2/rows", map.shape[2], book: 6,
            ask: "5 × 5 pixels, a padding of 2 and a kernel of 4 × 4: how many rows has the output?")

        // The output is larger than the image:
        show(
            KernelPlaces(input: 5, kernel: 4, padding: 2).diagram(
                "A padding of 2 makes the output larger", [(0, 0), (2, 2), (5, 5)]),
            "5 × 5 pixels with a padding of 2, a kernel of 4 × 4, and an output of 6 × 6")
    }

    func sameSize() throws {
        // How much padding keeps the size? A kernel of k rows has k − 1 places fewer than the image has rows. So k − 1
        // rows of zeros are needed, one half of them above, the other half below. For an odd k, that is (k − 1) / 2 at
        // each side, which is k / 2 in whole numbers (`ks//2` in Python). For an even k it does not come out even: a
        // kernel of 4 × 4 needs 3, which is 1 on one side and 2 on the other. That is one reason why even kernels are
        // hardly ever used. The other one is that they have no middle.
        var table = TextTable(["kernel", "zeros needed", "before", "after", "28 rows become"])
        for size in 1...7 {
            let (before, after) = ((size - 1) / 2, size / 2)
            let image = Tensor.zeros(1, 1, 28, 28).padded([(before, after), (before, after)])
            let map = image.conv2d(.ones(1, 1, size, size))
            table.add("\(size) × \(size)", size - 1, before, after, map.shape[2])
        }
        show(
            table, "Padding that keeps the size",
            predict: .count("How many zeros, at each side, does a kernel of 7 × 7 need to keep the size?", 7 / 2))
    }

    func zerosAreNotNothing() throws {
        // Zeros add nothing to a sum. But they do not go unseen. In these digits 0 is paper, and a frame of paper
        // around paper makes no edge. Take the negative, white ink on black paper, and a frame of zeros is a white
        // frame. What does the kernel of top edges find now?
        let image = try (three / 255).reshaped(1, 1, 28, 28)
        let kernel = topEdge.reshaped(1, 1, 3, 3)
        let maps = [image, 1 - image].map { $0.conv2d(kernel, padding: 1)[0, 0] }
        show(
            drawn([("the image", maps[0]), ("its negative", maps[1])]),
            "Top edges of the three with a padding of 1, and of its negative: a frame of zeros makes edges of its own",
            predict: .yesNo(
                "In the negative, does the kernel find an edge along the upper border, where nothing is drawn?",
                maps[1][0].abs().max().item > 0))

        // Inside, the two maps are each other's opposites, as they should be. At the border, the negative has edges
        // that nobody drew. A net has to learn to live with them, and it does: its kernels are learned with the
        // padding.
        show(
            [maps[0][0], maps[1][0]].map { $0[10..<13].scalars }, "three numbers of the first row of each map")
    }
}
