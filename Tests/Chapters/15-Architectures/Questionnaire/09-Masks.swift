// Questions 15.9 to 15.12: ways up, and the U-Net.

import Layers
import Tensors
import TestSupport
import Testing
import Vision

@testable import Chapter15

extension `15 Questionnaire` {
    /// 15.9 · What is nearest-neighbour interpolation, and how does it enlarge the activations of a convolutional net?
    ///
    /// Each new pixel takes the number of the old pixel that it is nearest to. For twice the size, each cell of a map
    /// becomes a square of 2 × 2 cells with the same number. It has no parameters; a convolution with a stride of 1
    /// behind it lets neighbours differ. On the way back, a cell gets the sum of its four copies' gradients.
    ///
    /// - Shown by: `CopiedPixels` in Chapters/15-Architectures/02b-CopiedPixels.swift
    /// - Shown by: `fiveDoublings` in Chapters/15-Architectures/02b-CopiedPixels.swift
    @Test func `15.9 each cell becomes a square of equal ones, and gets the sum of their gradients`() {
        let x = Tensor(shape: [1, 1, 2, 2], [1, 2, 3, 4]).requiringGrad()
        let y = CopiedPixels()(x)
        #expect(y.detached().scalars == [1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4])
        let dy = Tensor(shape: [1, 1, 4, 4], (1...16).map(Float.init))
        y.backward(gradient: dy)
        // 1 + 2 + 5 + 6, and so on.
        #expect(x.grad!.scalars == [14, 22, 46, 54])
        // Not between its neighbours, as other interpolations do.
        #expect(x.detached().interpolated(by: 2, mode: .bilinear).scalars != y.detached().scalars)
        #expect(x.detached().interpolated(by: 2).scalars == y.detached().scalars)
    }

    /// 15.10 · What is a transposed convolution, and what else is it called?
    ///
    /// A convolution that makes pictures larger: zeros are put between all pixels (and around them), then an ordinary
    /// convolution goes over it. As its kernel moves by half a pixel of the old picture at a time, it is also called a
    /// stride-half convolution. Its matrix is the transposed one of a convolution.
    ///
    /// - Shown by: `transposedByZeros` in Chapters/15-Architectures/02c-ZerosBetween.swift
    /// - Shown by: `transposedMatrix` in Chapters/15-Architectures/02d-TheAdjoint.swift
    @Test func `15.10 zeros between the pixels, then a convolution; its matrix is transposed`() {
        let spread = withZerosBetween(Tensor(shape: [1, 1, 2, 2], [1, 2, 3, 4]), stride: 2)
        #expect(spread.shape == [1, 1, 3, 3] && spread.scalars == [1, 0, 2, 0, 0, 0, 3, 0, 4])
        var random = SplitMix64(seed: 1510)
        for (stride, padding) in [(1, 0), (2, 1), (3, 2)] {
            let (x, w) = (Tensor.randn(2, 3, 4, 5, using: &random), Tensor.randn(3, 2, 3, 3, using: &random))
            let own = transposedByZeros(x, w, stride: stride, padding: padding)
            expectClose(
                own, x.convTranspose2d(w, stride: Size2D(stride), padding: Size2D(padding)), absolute: 1e-4)
        }
        let kernel = Tensor.randn(1, 1, 3, 3, using: &random)
        let down = matrix(of: { $0.conv2d(kernel, stride: 2) }, height: 7, width: 5)
        let up = matrix(of: { $0.convTranspose2d(kernel, stride: 2) }, height: 3, width: 2)
        #expect(up.scalars == down.transposed().scalars && up.shape == [35, 6])
    }

    /// 15.11 · Make a convolution layer that is transposed, apply it to a picture, and look at the shape.
    ///
    /// (n - 1) · stride - 2 · padding + kernel: a picture of 28 × 28 pixels becomes 57 × 57 with a kernel of 3, a
    /// stride of 2 and no padding.
    ///
    /// - Shown by: `sizesOfTransposed` in Chapters/15-Architectures/02c-ZerosBetween.swift
    /// - Shown by: `ConvTranspose2d` in Sources/Engine/Layers/Convolution.swift
    @Test func `15.11 28 × 28 becomes 57 × 57`() {
        var random = SplitMix64(seed: 1511)
        let layer = ConvTranspose2d(1, 4, kernel: 3, stride: 2, using: &random)
        #expect(layer(.zeros(1, 1, 28, 28)).shape == [1, 4, 57, 57])
        for (n, kernel, stride, padding) in [(3, 3, 2, 1), (7, 4, 2, 1), (5, 2, 3, 0), (9, 5, 1, 2)] {
            let layer = ConvTranspose2d(
                1, 1, kernel: Size2D(kernel), stride: Size2D(stride), padding: Size2D(padding), using: &random)
            let size = transposedSize(n, kernel: kernel, stride: stride, padding: padding)
            #expect(layer(.zeros(1, 1, n, n)).shape == [1, 1, size, size])
        }
    }

    /// 15.12 · Draw the architecture of a U-Net.
    ///
    /// At the left, a convolutional net whose maps become smaller and smaller. At the right, a way up in which they are
    /// enlarged again, level by level, to the size of the picture. And at each size an arrow across, from the maps of
    /// the way down to the level of the same size, which puts them beside the enlarged ones.
    ///
    /// - Shown by: `drawnFromTheNet` in Chapters/15-Architectures/02k-AnySize.swift
    /// - Shown by: `HandMadeUNet` in Chapters/15-Architectures/02j-AcrossTheNet.swift
    @Test func `15.12 down, up, and across at every size`() throws {
        var random = SplitMix64(seed: 1512)
        let net = DynamicUNet(smallBody(width: 4, using: &random), outputs: 5, least: 4, using: &random)
        var (down, up) = ([[Int]](), [[Int]]())
        let hooks = net.levels.map { level in
            level.onForward { maps, output in
                down.append(maps.across.shape)
                up.append(output.shape)
            }
        }
        net.eval()
        let scores = hooks.during { noGrad { net(.zeros(1, 3, 32, 48)) } }
        #expect(scores.shape == [1, 5, 32, 48])
        // What comes across is as large as what the level makes, and each level is twice as large as the one before.
        #expect(down.map { Array($0[2...]) } == [[4, 6], [8, 12], [16, 24], [32, 48]])
        #expect(up.map { Array($0[2...]) } == down.map { Array($0[2...]) })
        // From the body's maps of 16, 8 and 4 channels, and the picture with its three.
        #expect(down.map { $0[1] } == [16, 8, 4, 3])
        // It is what comes across that keeps the places: without it, moving the picture's detail within a cell changes
        // nothing there.
        cutConnections(of: net)
        let x = Tensor.randn(1, 3, 32, 32, using: &random)
        let cut = noGrad { net(x) }
        expectClose(noGrad { net(x) }, cut, absolute: 0)
    }
}
