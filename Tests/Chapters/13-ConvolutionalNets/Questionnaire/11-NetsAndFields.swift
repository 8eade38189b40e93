// Questions 13.11 to 13.21: convolutional nets, their arithmetic, receptive fields, and colour.

import Chapter13
import Layers
import Tensors
import TestSupport
import Testing
import Training

extension `13 Questionnaire` {
    /// 13.11 · When is a neural network called convolutional?
    ///
    /// When it has convolutions in place of linear layers, or besides them. Their kernels are learned by gradient
    /// descent like any other weights.
    ///
    /// - Shown by: `KernelLayer` in Chapters/13-ConvolutionalNets/06-LearnedKernels.swift
    /// - Shown by: `simpleCNN` in Chapters/13-ConvolutionalNets/06b-HalvingTheImage.swift
    @Test func `13.11 kernels that gradient descent changes`() {
        var random = SplitMix64(seed: 1311)
        let (cnn, linear) = (simpleCNN(using: &random), simpleNet(using: &random))
        #expect(
            cnn.namedModules.contains { $0.module is Conv2d } && !linear.namedModules.contains { $0.module is Conv2d })
        let kernels = (cnn[0] as! Sequential)[0].parameters[0]
        let (x, labels) = (Tensor.randn(8, 1, 28, 28, using: &random), IntTensor([0, 1, 0, 1, 0, 1, 0, 1]))
        let (before, loss) = (kernels.value.scalars, crossEntropy(cnn(x), labels))
        loss.backward()
        SGD(cnn.parameters, learningRate: 0.1).step()
        #expect(kernels.value.scalars != before)
        #expect(crossEntropy(cnn(x), labels).item < loss.item)
    }

    /// 13.12 · What do you gain when you refactor parts of a network's definition?
    ///
    /// What the layers have in common is written once. So it cannot be different, or wrong, in one of them. And what
    /// remains in the definition is what really differs from layer to layer, so that a reader sees it.
    ///
    /// - Shown by: `halvingConv` in Chapters/13-ConvolutionalNets/06b-HalvingTheImage.swift
    @Test func `13.12 five calls cannot have five strides`() {
        var random = SplitMix64(seed: 1312)
        let convolutions = simpleCNN(using: &random).namedModules.compactMap { $0.module as? Conv2d }
        #expect(Set(convolutions.map(\.stride)) == [2] && Set(convolutions.map(\.padding)) == [1])
        #expect(convolutions.map { $0.weight.shape[0] } == [4, 8, 16, 32, 2])  // what differs
        // Written out five times, one of them may have no padding. Nothing stops, and the grid is another one:
        let slip = Conv2d(4, 8, kernel: 3, stride: 2, using: &random)
        #expect(slip(.zeros(1, 4, 14, 14)).shape == [1, 8, 6, 6])
        let layer = halvingConv(4, 8, using: &random)
        #expect(layer(.zeros(1, 4, 14, 14)).shape == [1, 8, 7, 7])
    }

    /// 13.13 · What does `Flatten` do, where does the MNIST net need it, and why?
    ///
    /// It makes one axis of all axes but the first. The net needs it behind the last convolution, which puts out
    /// [batch, classes, 1, 1]. The loss and the metrics want one row of scores per image, [batch, classes].
    ///
    /// - Shown by: `withoutFlatten` in Chapters/13-ConvolutionalNets/06b-HalvingTheImage.swift
    @Test func `13.13 it takes the two axes of length 1 away`() async {
        var random = SplitMix64(seed: 1313)
        let net = simpleCNN(using: &random)
        let x = Tensor.randn(5, 1, 28, 28, using: &random)
        #expect(net.layers.last is Flatten)
        let images = Sequential(Array(net.layers.dropLast()))(x)
        #expect(images.shape == [5, 2, 1, 1] && net(x).shape == [5, 2])
        #expect(net(x).scalars == images.scalars)  // the numbers stay the same
        #expect(Flatten()(.zeros(3, 2, 4, 5)).shape == [3, 40])
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = crossEntropy(.zeros(5, 2, 1, 1), IntTensor([0, 1, 0, 1, 0]))
        }
        #expect(message(of: result).contains("[5, 2, 1, 1]"))
    }

    /// 13.14 · What do the letters of NCHW stand for?
    ///
    /// For the four axes of a batch of images, in this order: the images of the batch (N is their number), channels,
    /// height, width. NHWC is the other usual order, with the channels last.
    ///
    /// - Shown by: `fourAxes` in Chapters/13-ConvolutionalNets/07-ShapesAndParameters.swift
    @Test func `13.14 batch, channels, height, width`() {
        var random = SplitMix64(seed: 1314)
        // 7 images of 3 channels, 10 high and 20 wide. The kernel is 1 high and 5 wide, without padding.
        let y = Conv2d(3, 4, kernel: [1, 5], using: &random)(.zeros(7, 3, 10, 20))
        #expect(y.shape == [7, 4, 10, 16])
        #expect(y.permuted(0, 2, 3, 1).shape == [7, 10, 16, 4])  // in NHWC
    }

    /// 13.15 · The book says that the third layer of the MNIST net does 7*7*(1168-16) multiplications. How does it get
    /// there?
    ///
    /// The layer has 1168 parameters, and 16 of them are biases, which are added and not multiplied. So there are 1152
    /// weights. The book has each of them used at all 7 × 7 places of the grid: 56,448. An erratum: that is the grid of
    /// the layer's input. With its stride of 2 the kernel stops at 4 × 4 places only, so there are 16 · 1152 = 18,432.
    ///
    /// - Shown by: `inputGridOrOutputGrid` in Chapters/13-ConvolutionalNets/07b-Multiplications.swift
    @Test func `13.15 weights without biases, times places`() {
        var random = SplitMix64(seed: 1315)
        let layer = halvingConv(8, 16, using: &random)
        #expect(layer.parameterCount == 1168 && layer.parameters[0].count == 1168 - 16)
        #expect(multiplicationCount(channels: 8, filters: 16, grid: 7) == 7 * 7 * (1168 - 16))
        #expect(layer(.zeros(1, 8, 7, 7)).shape == [1, 16, 4, 4])
        let (image, weight) = (Tensor.randn(8, 7, 7, using: &random), layer.parameters[0].value.detached())
        #expect(countedConvolution(image, weight, stride: 2, padding: 1).multiplications == 4 * 4 * 1152)
    }

    /// 13.16 · What is the receptive field of an activation?
    ///
    /// The area of the image that takes part in computing it. Change a pixel outside, and the activation stays what it
    /// is.
    ///
    /// - Shown by: `nudgedField` in Chapters/13-ConvolutionalNets/08c-ProofByNudging.swift
    @Test func `13.16 pixels outside make no difference`() {
        var random = SplitMix64(seed: 1316)
        let net = plainConvolutions(strides: [2, 1], using: &random)
        let image = Tensor.randn(20, 20, using: &random)
        func cell(_ image: Tensor) -> Float { net(image.reshaped(1, 1, 20, 20))[0, 0, 4, 5].item }
        let rows = precedents(of: precedents(of: 4...4, stride: 1)),
            columns = precedents(of: precedents(of: 5...5, stride: 1))
        #expect(rows == 5...11 && columns == 7...13)
        for row in 0..<20 {
            for column in 0..<20 {
                var changed = image
                changed[row, column] = image[row, column] + 1
                let isInside = rows.contains(row) && columns.contains(column)
                #expect((abs(cell(changed) - cell(image)) > 1e-6) == isInside)
            }
        }
    }

    /// 13.17 · How large is the receptive field of an activation after two convolutions with stride 2, and why?
    ///
    /// 7 × 7 pixels. It has seen 3 × 3 numbers of the first map, each of which has seen 3 × 3 pixels. Their windows
    /// start two pixels apart, so along each axis that are 3 + 2 + 2 pixels: neighbours share one.
    ///
    /// - Shown by: `fieldsOfLayers` in Chapters/13-ConvolutionalNets/08-ReceptiveFields.swift
    /// - Shown by: `fieldByNudging` in Chapters/13-ConvolutionalNets/08c-ProofByNudging.swift
    @Test func `13.17 three, and twice two more`() {
        #expect(receptiveFields([(3, 2), (3, 2)]) == [3, 3 + 2 + 2])
        #expect((5...7).map { precedents(of: $0...$0) } == [9...11, 11...13, 13...15])
        var random = SplitMix64(seed: 1317)
        let net = plainConvolutions(strides: [2, 2], using: &random)
        let field = nudgedField(of: net, image: .randn(28, 28, using: &random)) { $0[0..., 0, 3, 3] }
        #expect(heightAndWidth(field) == (7, 7, 49))
    }

    /// 13.18 · The book's spreadsheet traces the precedents of a cell. What do you see when you follow them from a cell
    /// of the second convolution, one step back, and another?
    ///
    /// One step back are the 3 × 3 cells of the first map below the kernel (and the kernel itself). Another step back
    /// are the 7 × 7 pixels of the image that these have been computed from.
    ///
    /// - Shown by: `twoLayersInCells` in Chapters/13-ConvolutionalNets/08b-CellByCell.swift
    /// - Shown by: `terms` in Chapters/13-ConvolutionalNets/08b-CellByCell.swift
    @Test func `13.18 nine cells, and then 49 pixels`() {
        var random = SplitMix64(seed: 1318)
        let net = TracedNet(.rand(28, 28, low: 0, high: 1, using: &random))
        let nine = terms(3, 2, of: net.first, net.kernels[1])
        #expect(
            nine.map { [$0.row, $0.column] } == [
                [5, 3], [5, 4], [5, 5], [6, 3], [6, 4], [6, 5], [7, 3], [7, 4], [7, 5],
            ])
        #expect(abs(max(nine.reduce(0) { $0 + $1.value * $1.weight }, 0) - net.second[3, 2].item) < 1e-5)
        let pixels = Set(
            nine.flatMap { cell in
                terms(cell.row, cell.column, of: net.image, net.kernels[0]).map { [$0.row, $0.column] }
            })
        #expect(pixels == Set((9...15).flatMap { row in (5...11).map { [row, $0] } }))
    }

    /// 13.19 · Where do you look for what other people are trying and reading? (The book sends you to the recent likes
    /// of Jeremy Howard or Sylvain Gugger on Twitter.)
    ///
    /// There is no single answer: likes and posts of people who work in the field, the forums of a course or a library,
    /// the discussions around papers. The authors themselves asked in public whether their explanations were right,
    /// and people who had invented the things answered. A good question brings the smallest example along. For their
    /// claim that a stride of 2 and twice the channels keep the work of a layer, two lines are enough.
    ///
    /// - Shown by: `whatFollows` in Chapters/13-ConvolutionalNets/08c-ProofByNudging.swift
    @Test func `13.19 the smallest example of a claim that one could ask about`() {
        #expect(
            multiplicationCount(channels: 4, filters: 8, grid: 8)
                == multiplicationCount(channels: 8, filters: 16, grid: 4))
        #expect(
            multiplicationCount(channels: 4, filters: 8, grid: 8) == 4
                * multiplicationCount(channels: 4, filters: 8, grid: 4))
    }

    /// 13.20 · A colour image as a tensor: which rank and which shape?
    ///
    /// Rank 3, [3, height, width]: a matrix for each of red, green and blue. (In files, the three numbers of a pixel
    /// usually lie side by side, [height, width, 3].)
    ///
    /// - Shown by: `threeChannels` in Chapters/13-ConvolutionalNets/09-ColourImages.swift
    @Test func `13.20 three matrices, and a pixel is a number from each`() {
        let bytes = ByteTensor(shape: [1, 2, 3], [255, 128, 0, 10, 20, 30])  // a row of two pixels, as in a file
        let image = Tensor(bytes.permuted(2, 0, 1))
        #expect(image.shape == [3, 1, 2] && image.rank == 3)
        #expect(image[0].scalars == [255, 10] && image[1].scalars == [128, 20] && image[2].scalars == [0, 30])
        #expect(image[0..., 0, 1].scalars == [10, 20, 30])
    }

    /// 13.21 · How does a convolution deal with the colours of its input?
    ///
    /// A filter has a kernel slice for each channel. Each slice is multiplied with its own channel and summed over the
    /// window. Then the sums of all channels are added, and the filter's one bias. So each filter makes a single map,
    /// however many channels go in.
    ///
    /// - Shown by: `oneFilter` in Chapters/13-ConvolutionalNets/09b-ColourConvolution.swift
    @Test func `13.21 a sum over the window, and over the channels`() {
        var random = SplitMix64(seed: 1321)
        let layer = Conv2d(3, 4, kernel: 3, using: &random)
        #expect(layer.weight.shape == [4, 3, 3, 3] && layer.bias!.shape == [4])
        let x = Tensor.randn(1, 3, 6, 5, using: &random)
        let y = layer(x)
        #expect(y.shape == [1, 4, 4, 3])
        for filter in 0..<4 {
            let products = x[0, 0..., 2..<5, 1..<4] * layer.weight.value[filter]
            let perChannel = products.sum(axes: 1, 2).scalars
            #expect(perChannel.count == 3)
            #expect(abs(perChannel.reduce(layer.bias!.value[filter].item, +) - y[0, filter, 2, 1].item) < 1e-5)
        }
    }
}
