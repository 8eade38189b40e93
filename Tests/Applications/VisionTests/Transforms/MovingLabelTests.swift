import Tensors
import TestSupport
import Testing

@testable import Vision

@Suite struct `Labels that move along` {
    private let flip = PlaneMap.mirrored([4, 6])

    @Test func `points go where the picture's points go`() {
        let moved = KeyPoints([Point(0.5, 0.5), Point(6, 4)], in: [4, 6]).moved(by: flip, from: [4, 6], to: [4, 6])
        #expect(moved.points == [Point(5.5, 0.5), Point(0, 4)])
        #expect(
            KeyPoints([Point(0, 0), Point(3, 2), Point(6, 4)], in: [4, 6]).scaled.scalars == [-1, -1, 0, 0, 1, 1])
        #expect(KeyPoints.collate([moved, moved]).shape == [2, 2, 2])
    }

    @Test func `a mask's pixels go along, its classes are not mixed`() {
        let mask = Mask(height: 2, width: 3, codes: [1, 2, 3, 4, 5, 6], outside: 9)
        let size = Size2D(2, 3)
        #expect(mask.moved(by: .mirrored(size), from: size, to: size).codes == [3, 2, 1, 6, 5, 4])
        #expect(mask.moved(by: PlaneMap(1, 0, 1, 0, 1, 0), from: size, to: size).codes == [9, 1, 2, 9, 4, 5])
        let twice = mask.moved(by: PlaneMap(Region(size), fills: [4, 6]), from: size, to: [4, 6])
        #expect(twice.codes == [1, 1, 2, 2, 3, 3, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 4, 4, 5, 5, 6, 6])
        #expect(Mask.collate([mask, mask]).shape == [2, 2, 3])
    }

    @Test func `a mask follows its picture through everything`() {
        // White where the class is 1; both go through the same map.
        let codes = (0..<60 * 80).map { i in
            UInt8((i % 80 - 40) * (i % 80 - 40) + (i / 80 - 30) * (i / 80 - 30) < 300 ? 1 : 0)
        }
        let photo = Photo(height: 60, width: 80, pixels: codes.flatMap { [UInt8](repeating: $0 * 255, count: 3) })
        let mask = Mask(height: 60, width: 80, codes: codes)
        for seed in 0..<10 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let pipeline = PhotoPipeline(
                batch: augmentations(size: [50, 64], minScale: 0.7, lighting: 0), padding: .zeros)
            let (picture, map) = pipeline.augmented(photo, isTraining: true, using: &random)
            let moved = mask.moved(by: map, from: [60, 80], to: [50, 64])
            let wrong = zip(picture[0].scalars, moved.codes).count { ($0 > 0.5) != ($1 == 1) }
            #expect(wrong < 25, "seed \(seed): \(wrong) of 3200 pixels")
        }
    }

    @Test func `a box goes around the turned one, and is cut at the edge`() {
        let boxes = Boxes([
            Box(Region(x: 1, y: 0, width: 2, height: 4), label: 7),
            Box(Region(x: 5, y: 1, width: 1, height: 1), label: 8),
        ])
        #expect(boxes.moved(by: flip, from: [4, 6], to: [4, 6]).boxes.map(\.region.x) == [3, 0])
        let left = boxes.moved(by: PlaneMap(1, 0, -2, 0, 1, 0), from: [4, 6], to: [4, 6])
        #expect(left.boxes[0] == Box(Region(x: 0, y: 0, width: 1, height: 4), label: 7))
        let gone = boxes.moved(by: PlaneMap(1, 0, -3, 0, 1, 0), from: [4, 6], to: [4, 6])
        #expect(gone.boxes.map(\.label) == [8])
        let turned = Boxes([Box(Region(x: 4, y: 4, width: 2, height: 2), label: 0)]).moved(
            by: PlaneMap(degrees: 45, around: 10), from: 10, to: 10)
        #expect(abs(turned.boxes[0].region.width - 8.0.squareRoot()) < 1e-9)
    }
}
