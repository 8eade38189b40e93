// # Frames in batches
//
// Section 6.4 · After this page you have the book's data block for key points, and know what its batches hold.

import Common
import Datasets
import Figures
import Notebook
import Tensors
import Vision

// All parts of the plan are there: where the picture of an item is, where the point, who is held back, and that the
// target is a point. The frames become half as high and half as wide, as in the book, where 480 × 640 become 240 × 320;
// they keep their shape, since nobody asks for a square. The changes are those of chapter 5, but for the light:
// brightness and contrast vary three times as much as usual (`lighting: 0.6`). A later page, "More light than the
// book's", measures what that is worth. In code:

extension OtherVisionProblems {
    func theBlockOfHeads() throws {
        let held = try judgedRecording
        let biwi = DataBlock<HeadFrame, PointBlock>(
            target: PointBlock(), items: { _ in [] }, splitter: .function { $0.recording == held },
            getX: { $0.picture }, getY: { $0.label }, batch: augmentations(size: try headSize, lighting: 0.6),
            normalization: .imageNet)
        show(try heads.shortText(biwi.summary(of: try headFrames).description), "what it does, step by step")

        // (The items are given, hence no function finds them. `HeadFrame` is what the reader has made of two files:
        // `label` is the point, with half a pixel added, for a camera counts from the middle of the first pixel, and a
        // picture from its edge.)
        var random = run.random
        let data = try biwi.loaders(of: try headFrames, batchSize: headBatch, using: &random)

        // Before anything is trained, look at what comes out. Nine frames as a net sees them in training:
        show(try data.showBatch(count: 9), "Frames of \(headsName), changed at random, with the middle of the head")

        // Every dot is on a head, also where the picture is mirrored or turned. Now the numbers of a batch:
        let (x, y) = try data.oneBatch()
        show("\(x.shape)", "photos: how many, colours, rows, columns")
        show(
            "\(y.shape)", "targets",
            predict: .shape(
                "\(x.shape[0]) photos, one point each, two numbers a point: what shape do the targets have?",
                y.shape))
        show(y[0], "the first target; the book's is [[0.0111, 0.1810]]")
        show("\(fixed(y.min().item, 2)) to \(fixed(y.max().item, 2))", "all targets of the batch")

        // Why three axes, and not [n, 2]? Because there may be several points: n photos, k points, two numbers.
        // Remember the 1 in the middle. It is going to be in the way.
    }
}

// The numbers are shares of the picture, from -1 at the left or top to 1 at the right or bottom. So a target means the
// same in pictures of all sizes; and zero is in the middle, where many heads are. `scaledPoint` makes shares of pixels,
// and `pixelPoint` is its inverse:

/// A point as shares of a picture, from -1 to 1.
public func scaledPoint(_ point: Point, in size: Size2D) -> [Double] {
    [point.x * 2 / Double(size.width) - 1, point.y * 2 / Double(size.height) - 1]
}

/// The way back.
public func pixelPoint(_ scaled: [Double], in size: Size2D) -> Point {
    Point((scaled[0] + 1) / 2 * Double(size.width), (scaled[1] + 1) / 2 * Double(size.height))
}

extension OtherVisionProblems {
    func scaledAndBack() throws {
        let label = try headFrames[0].label
        let (scaled, back) = (scaledPoint(label.points[0], in: label.size), label.scaled)
        show(Tensor([scaled.map { Float($0) }]), "the first frame's label, scaled by hand")
        show(back, "by the engine")
        let point = pixelPoint(scaled, in: label.size)
        show("column \(fixed(point.x, 3)), row \(fixed(point.y, 3))", "and back in pixels")
        let book = scaledPoint(Point(384.6370, 259.4787), in: [480, 640])
        record("points/x-of-the-books-frame", book[0], book: 0.2020)
        record("points/y-of-the-books-frame", book[1], book: 0.0812)
        show(
            pixelPoint([0, 0], in: [240, 320]).x, "the column of x = 0 in a picture 320 pixels wide",
            ask: "In a picture 320 pixels wide, which column does x = 0 mean?")
    }
}
