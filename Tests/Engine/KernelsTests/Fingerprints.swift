// What norms, dropout, sums of rows, softmax and convolutions compute, as fingerprints for SameBitsTests.

import TestSupport

@testable import Kernels

/// Five ways of convolving: patches, Winograd, one pixel, across images, and a filter for each channel.
private let convolutions = [
    (2, 8, 15, 3, 2, 1), (3, 32, 12, 3, 1, 1), (20, 24, 9, 1, 1, 1), (70, 6, 20, 3, 2, 1), (20, 24, 61, 3, 1, 24),
    (20, 24, 61, 5, 2, 24),
]

func printConvolutions() {
    for (images, channels, size, kernel, stride, groups) in convolutions {
        let (filters, output) = (groups > 1 ? channels : channels + 2, (size - 1) / stride + 1)
        let shape = ConvolutionShape(
            images: images, channels: channels, filters: filters, groups: groups, input: Size2D(size, size),
            output: Size2D(output, output), kernel: Size2D(kernel, kernel), stride: Size2D(stride, stride),
            padding: Size2D(kernel / 2, kernel / 2), dilation: Size2D(1, 1))
        let x = noise(images * channels * size * size)
        let (w, dy) = (
            noise(filters * channels / groups * kernel * kernel, seed: 2), noise(shape.pixels * filters, seed: 3)
        )
        var (y, dx, dw) = (dy, x, w)
        convolve(shape, &y, x, weights: w)
        convolveTransposed(shape, &dx, dy, weights: w)
        convolutionWeightGradient(shape, &dw, x, dy)
        print("convolution", kernel, "bits", fingerprint(y), fingerprint(dx), fingerprint(dw))
    }
}

func printNorms() {
    for (items, channels, inner) in [(64, 3, 3_000), (300, 400, 4), (64, 20, 200)] {
        let n = items * channels * inner
        let (x, dy) = (noise(n), noise(n, seed: 2))
        var (y, dx) = ([Float](repeating: 0, count: n), [Float](repeating: 0, count: n))
        var numbers = [Float](repeating: 0, count: 4 * channels)
        numbers.withUnsafeMutableBufferPointer { numbers in
            let start = numbers.baseAddress!
            let kernel = BatchNormKernel(
                items: items, channels: channels, inner: inner, gamma: nil, beta: nil, mean: start,
                variance: start + channels, epsilon: 1e-5, relu: true)
            kernel.forward(&y, x, measuring: true)
            kernel.backward(&dx, start + 2 * channels, start + 3 * channels, dy, x, measured: true)
        }
        print("batch norm, bits", fingerprint(y), fingerprint(dx), fingerprint(numbers))
    }
    let (x, dy, ones) = (noise(500_000), noise(500_000, seed: 2), [Float](repeating: 1, count: 1_000))
    var (y, dx) = (x, x)
    var (dGamma, dBeta) = (ones, ones)
    let kernel = LayerNormKernel(rows: 500, columns: 1_000, gamma: ones, beta: ones, epsilon: 1e-5)
    kernel.forward(&y, x)
    kernel.backward(&dx, &dGamma, &dBeta, dy, x)
    print("layer norm, bits", fingerprint(y), fingerprint(dx), fingerprint(dGamma), fingerprint(dBeta))
    dropout(&y, x, count: 500_000, dropped: 0.3, scale: 1, seed: 7)
    print("dropout, bits", fingerprint(y))
    let ids = (0..<10_000).map { $0 * $0 % 997 }
    var table = [Float](repeating: 0, count: 50_000)
    addRows(&table, rows: 1_000, x, length: 50, numbers: ids, count: 10_000)
    print("sums of rows, bits", fingerprint(table))
    softmaxRows(&y, x, rows: 500, columns: 1_000)
    print("softmax, bits", fingerprint(y))
    softmaxBackwardRows(&dx, dy, y, rows: 500, columns: 1_000)
    print("its gradient, bits", fingerprint(dx))
    logSoftmaxRows(&y, x, rows: 5_000, columns: 100)
    print("log-softmax, bits", fingerprint(y))
    logSoftmaxBackwardRows(&dx, dy, y, rows: 5_000, columns: 100)
    print("its gradient, bits", fingerprint(dx))
}
