import Figures
import Tensors
import TestSupport
import Testing
import Training

@testable import Vision

@Suite struct `Counted pixels` {
    /// Two masks of 2 × 4 pixels with four classes, of which the last is nowhere.
    private let actual = IntTensor(shape: [2, 2, 4], [0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 2, 0, 0, 0, 0])
    private let said = IntTensor(shape: [2, 2, 4], [0, 0, 0, 1, 0, 0, 0, 1, 2, 2, 1, 1, 0, 0, 0, 2])

    @Test func `give accuracy, and intersection over union by class`() {
        var counts = PixelCounts(classes: 4)
        counts.add(said, actual)
        #expect(counts.count == 16 && counts.accuracy == 11.0 / 16)
        #expect(counts.table[1] == [2, 2, 0, 0] && counts.table[2] == [0, 2, 2, 0])
        // Class 0: 7 of 8 found, 2 made up. A class that is nowhere does not count.
        let wanted: [Double?] = [0.7, 2.0 / 6, 0.4, nil]
        #expect(counts.intersectionOverUnion == wanted)
        let mean: Double = (0.7 + 1.0 / 3 + 0.4) / 3
        #expect(abs(counts.meanIntersectionOverUnion - mean) < 1e-12)
    }

    @Test func `leave void pixels out`() {
        var counts = PixelCounts(classes: 4, void: 0)
        counts.add(said, actual)
        #expect(counts.count == 8 && counts.accuracy == 0.5)
        // The two ones that were said to be void are missed, but void has no IoU; nothing that was said of void pixels
        // counts.
        #expect(counts.intersectionOverUnion == [nil, 2.0 / 6, 2.0 / 4, nil])
        #expect(PixelCounts(classes: 2).accuracy.isNaN && PixelCounts(classes: 2).meanIntersectionOverUnion.isNaN)
    }

    @Test func `are what the metrics average, over batches of different sizes`() {
        func scores(_ said: IntTensor) -> Tensor {
            .stack((0..<4).map { Tensor(said .== IntTensor($0)) }, axis: 1)
        }
        for void in [nil, 0, 3] as [Int?] {
            var counts = PixelCounts(classes: 4, void: void)
            counts.add(said, actual)
            let accuracy = Metric<IntTensor>.pixelAccuracy(void: void)
            let mean = Metric<IntTensor>.meanIntersectionOverUnion(void: void)
            expectNear(accuracy.value(scores(said), actual), Float(counts.accuracy), absolute: 1e-6)
            expectNear(mean.value(scores(said), actual), Float(counts.meanIntersectionOverUnion), absolute: 1e-6)
        }
    }

    @Test func `a loss passes over void pixels, too`() {
        let block = MaskBlock(codes: ["sky", "car", "Void"])
        #expect(block.void == 2 && MaskBlock(codes: ["sky", "car"]).void == nil)
        let scores = Tensor(shape: [2, 3, 1, 2], [1, 5, 0, 2, -1, 9, 0, 0, 0, 0, 0, 0])
        let targets = IntTensor(shape: [2, 1, 2], [0, 2, 2, 2])
        let first = crossEntropy(Tensor([[1, 0, -1]]), IntTensor([0])).item
        expectClose(block.losses(scores, targets), Tensor([first, 0]), absolute: 1e-6)
        expectNear(block.loss(scores, targets).item, first, absolute: 1e-6)
    }

    @Test func `masks are painted over pictures, but for the background`() {
        let block = MaskBlock(codes: ["background", "pole", "void"])
        #expect(block.colours[0] == nil && block.colours[1] != nil && block.colours[2] == .black)
        let picture = Raster(width: 4, height: 2, fill: .white)
        // The mask may be of another size.
        let mask = Mask(height: 1, width: 2, codes: [0, 1])
        let painted = block.drawn(mask, on: picture, isPrediction: false)
        #expect(painted[1, 1] == .white && painted[2, 0] == Colour.white.mixed(with: block.colours[1]!, 0.6))
        #expect(block.legend.height > 40 && block.legend.width > 28)
    }
}
