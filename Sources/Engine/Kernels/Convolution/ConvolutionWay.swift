// # Which way a convolution takes
//
// Convolution.swift says what is computed. There are six fast ways to compute it; this file decides which one is
// taken, for the result and for both gradients. The first suitable one is taken:
//
//     depthwise        every channel has a filter of its own: no sum over channels, plane after plane
//     pointwise        a kernel of one pixel is a matrix product as it is; nothing is faster
//     tap by tap       for each pixel and tap a matrix product over the images: many of these, few pixels
//     Winograd         36 multiplications instead of 144 for 16 pixels of a 3×3 kernel with many channels
//     across images    a vector holds one pixel of 16 images, so nothing needs to be laid out
//     unfolded         patches of the image laid out as a matrix, a piece at a time; this one always works
//
// Each way adds in its own order, so the last digits of a result depend on the way, but never on the number of
// threads. The bounds were measured (AMD Zen 4, two cores; the ways raced on 30 shapes of chapters 4, 13, 14 and 19;
// Winograd's on Zen 5, on 40 shapes).

/// How a convolution, or one of its gradients, is computed.
enum ConvolutionWay: CaseIterable {
    case depthwise, pointwise, tapByTap, winograd, acrossImages, unfolded

    /// The way to y.
    init(forward shape: ConvolutionShape) {
        self.init(shape, suitsTaps: shape.suitsTaps(pixels: 4, channels: 64), suitsWinograd: shape.suitsWinograd)
    }

    /// The way to dx.
    ///
    /// It is itself a convolution whose output has the input's size, so Winograd's tiles must fit that size as well.
    /// The unfolded way splits it into phases of the stride, each a convolution of stride 1, which may suit Winograd
    /// (see ``convolve(phase:_:_:_:_:_:bias:)``).
    init(inputGradient shape: ConvolutionShape) {
        self.init(
            shape, suitsTaps: shape.suitsTaps(pixels: 16, channels: 64),
            suitsWinograd: shape.suitsWinograd && shape.input.count >= shape.winogradPixels)
    }

    /// The way to dw. Tap by tap it is a sum over images as well as pixels, so that a few channels suffice; of very many
    /// channels, Winograd's way is the faster one. It has no sums over the weights here, so a few tiles suffice.
    init(weightGradient shape: ConvolutionShape) {
        let suitsWinograd = shape.suitsWinogradSums && shape.winogradTiles.pixels >= 8
        let hasManyChannels = min(shape.groupChannels, shape.groupFilters) >= 128
        self.init(
            shape, suitsTaps: shape.suitsTaps(pixels: suitsWinograd && hasManyChannels ? 16 : 64, channels: 32),
            suitsWinograd: suitsWinograd)
    }

    private init(_ shape: ConvolutionShape, suitsTaps: Bool, suitsWinograd: Bool) {
        if shape.suitsDepthwise {
            self = .depthwise
        } else if shape.suitsPointwise {
            self = .pointwise
        } else if suitsTaps {
            self = .tapByTap
        } else if suitsWinograd {
            self = .winograd
        } else if shape.suitsImageLanes {
            self = .acrossImages
        } else {
            self = .unfolded
        }
    }
}

// MARK: When each way is suitable

extension ConvolutionShape {
    /// The kernel is one pixel and sees every input pixel once: an image [channels, pixels] is then already the matrix
    /// that the other ways must lay out first.
    var suitsPointwise: Bool { taps == 1 && stride == Size2D(1) && padding == Size2D(0) && pixels > 0 }

    /// So few output pixels, and so many images and channels, that a pixel and a tap are worth a matrix product.
    func suitsTaps(pixels: Int, channels: Int) -> Bool {
        output.count <= pixels && input.count <= 16 * pixels && images >= 16
            && min(groupChannels, groupFilters) >= channels && self.pixels > 0 && input.count > 0
    }

    /// Winograd's sums are for 3×3 adjacent taps and stride 1.
    ///
    /// They cost additions, which all filters share on the way in and all channels on the way out: from about 32 of
    /// both, the saved multiplications are worth more.
    var suitsWinogradSums: Bool {
        kernel == Size2D(3) && stride == Size2D(1) && dilation == Size2D(1)
            && groupChannels >= 32 && groupFilters >= 32 && output.count >= winogradPixels
    }

    /// The sums of the weights must be worth it as well: there are 36 numbers for the nine of a kernel, which are
    /// multiplied by those of every tile. What no longer fits in the caches needs more tiles; and what takes more than
    /// 150 MB is too much.
    var suitsWinograd: Bool {
        let kernels = groupChannels * groupFilters
        return suitsWinogradSums && winogradTiles.pixels >= (kernels > 1 << 17 ? 96 : 32) && kernels <= 1 << 20
    }

    /// Results come in tiles of 4×4. In an image of fewer than 16 pixels, too much of these is outside. And in a small
    /// image, a good part of the sums is at the edges, where the way across images has less to do; only many channels
    /// make up for that.
    var winogradPixels: Int {
        guard suitsImageLanes else { return 16 }
        switch min(groupChannels, groupFilters) {
        case ..<64: return 256
        case ..<128: return 64
        default: return 49
        }
    }

    /// There are enough images to fill vectors: at most a quarter of the lanes, taken 32 at a time, stay empty. It
    /// takes 32 registers of 16 floats to hold the sums of 8 filters for 32 images.
    var suitsImageLanes: Bool {
        let lanes = ImageLanes.blocks(images) * ImageLanes.count
        return RegisterTile.best.vector == .sixteen && images * 4 >= lanes * 3 && images > 0
            && input.count > 0 && output.count > 0
    }
}

// MARK: Taking a way

/// y = x ∗ w + b
///
/// - Parameters:
///   - y: [images, filters, output height, output width]
///   - x: [images, channels, input height, input width]
///   - weights: [filters, channels of a group, kernel height, kernel width]
///   - bias: [filters]
///   - bounds: what the results are kept in: 0...6 for a relu6 behind the convolution, in the same pass where that is
///     possible.
public func convolve(
    _ shape: ConvolutionShape, _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>,
    weights: UnsafePointer<Float>, bias: UnsafePointer<Float>? = nil, within bounds: ClosedRange<Float>? = nil
) {
    guard shape.pixels > 0, shape.filters > 0 else { return }
    let (results, layout) = (OutputLayout(shape), WeightLayout(shape))
    switch ConvolutionWay(forward: shape) {
    case .depthwise: return DepthwiseConvolution(shape).forward(y, x, weights, bias: bias, within: bounds)
    case .pointwise: return PointwiseConvolution(shape: shape).forward(y, x, weights, bias: bias, within: bounds)
    case .tapByTap: ConvolutionByTaps(forward: shape).run(y, x, weights, bias: bias)
    case .winograd: convolveByWinograd(shape, y, results, x, weights, layout, bias: bias)
    case .acrossImages: ConvolutionAcrossImages(forward: shape).run(y, x, weights, bias: bias)
    case .unfolded: convolveUnfolded(shape, y, results, x, weights, layout, bias: bias)
    }
    guard let bounds else { return }
    parallelFor(shape.pixels * shape.filters, grain: elementGrain) { range in
        for i in range { y[i] = kept(y[i], within: bounds) }
    }
}

/// dx from dy: the transposed convolution.
///
/// - Parameters:
///   - shape: that of the forward convolution.
///   - dx: [images, channels, input height, input width]
///   - dy: [images, filters, output height, output width]
///   - weights: [filters, channels of a group, kernel height, kernel width]
///   - bias: [channels], added to every pixel; used when the transposed convolution is a layer.
public func convolveTransposed(
    _ shape: ConvolutionShape, _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>,
    weights: UnsafePointer<Float>, bias: UnsafePointer<Float>? = nil
) {
    switch ConvolutionWay(inputGradient: shape) {
    case .depthwise: DepthwiseConvolution(shape).backward(dx, dy, weights, bias: bias)
    case .pointwise: PointwiseConvolution(shape: shape).backward(dx, dy, weights, bias: bias)
    case .tapByTap: ConvolutionByTaps(backward: shape).run(dx, dy, weights, bias: bias)
    case .acrossImages: ConvolutionAcrossImages(backward: shape).run(dx, dy, weights, bias: bias)
    case .winograd, .unfolded: convolveTransposedByPhases(shape, dx, dy, weights: weights, bias: bias)
    }
}

/// A part of the transposed convolution: stride 1, with weights and results in any memory layout.
func convolve(
    phase: ConvolutionShape, _ y: UnsafeMutablePointer<Float>, _ layout: OutputLayout, _ x: UnsafePointer<Float>,
    _ weights: UnsafePointer<Float>, _ weightLayout: WeightLayout, bias: UnsafePointer<Float>?
) {
    guard phase.pixels > 0, phase.filters > 0 else { return }
    let run = phase.suitsWinograd ? convolveByWinograd : convolveUnfolded
    run(phase, y, layout, x, weights, weightLayout, bias)
}

/// dw from x and dy.
///
/// - Parameters:
///   - dw: [filters, channels of a group, kernel height, kernel width]
///   - x: [images, channels, input height, input width]
///   - dy: [images, filters, output height, output width]
public func convolutionWeightGradient(
    _ shape: ConvolutionShape, _ dw: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>
) {
    let count = shape.filters * shape.groupChannels * shape.taps
    guard count > 0 else { return }
    guard shape.pixels > 0 else { return dw.update(repeating: 0, count: count) }
    switch ConvolutionWay(weightGradient: shape) {
    case .depthwise: DepthwiseWeightGradient(shape).run(dw, x, dy)
    case .pointwise: PointwiseConvolution(shape: shape).weightGradient(dw, x, dy)
    case .tapByTap: WeightGradientByTaps(shape).run(dw, x, dy)
    case .winograd: weightGradientByWinograd(shape, dw, x, dy)
    case .acrossImages: WeightGradientAcrossImages(shape).run(dw, x, dy)
    case .unfolded: weightGradientUnfolded(shape, dw, x, dy)
    }
}
