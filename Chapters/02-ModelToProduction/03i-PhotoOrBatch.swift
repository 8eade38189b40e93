// # Photo by photo, or a batch at once
//
// Section 2.3 · After this page you know why there are item transforms and batch transforms, and have turned a whole
// batch in one go.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// There are two places where photos are changed. *Item transforms* get one photo at a time. They have to, as long as
// photos differ in size: resizing comes first. After that a batch is one tensor, and *batch transforms* can change all
// of it at once. On a graphics card that makes a large difference: thousands of cores do the same to thousands of
// pixels, where a photo by itself would keep few of them busy.
//
// What does it take to turn many pictures at once, each by an angle of its own? For every pixel of the result one
// computes where it comes from, which is a matrix product (the map back, times the places of all pixels), and then
// mixes the four pixels around that place. `turned` does so for all pictures together, in a few operations on tensors;
// `perPhoto` takes the time of one, the shortest of three tries:

/// Pictures, each moved by a map of its own. (PyTorch's `affine_grid` and `grid_sample`.) Outside of a picture its
/// outermost pixels go on and on.
/// x [n, 3, h, w] → [n, 3, h, w]
public func turned(_ x: Tensor, by maps: [PlaneMap]) -> Tensor {
    let (n, height, width) = (x.shape[0], x.shape[2], x.shape[3])
    // The middle of each pixel, as columns (x, y, 1).
    let (pixels, area) = (x.permuted(0, 2, 3, 1).reshaped(-1, 3), height * width)
    let places = Tensor.stack([
        Tensor((0..<area).map { Float($0 % width) + 0.5 }), Tensor((0..<area).map { Float($0 / width) + 0.5 }),
        .ones(area),
    ])
    let back = Tensor.stack(maps.map { Tensor($0.inverse.matrix.prefix(6).map { Float($0) }).reshaped(2, 3) })
    let sources = back.matmul(places) - 0.5  // [n, 2, h · w], counted from the middle of the first pixel
    let (right, bottom) = (Float(width - 1), Float(height - 1))
    let (sx, sy) = (sources[0..., 0].clamped(min: 0, max: right), sources[0..., 1].clamped(min: 0, max: bottom))
    let (x0, y0) = (sx.floor(), sy.floor())
    let (fx, fy) = (sx - x0, sy - y0)
    let first = Tensor((0..<n).map { Float($0 * area) }).reshaped(n, 1)
    /// One of the four pixels around each place, times its share.
    func corner(_ cx: Tensor, _ cy: Tensor, _ share: Tensor) -> Tensor {
        let numbers = first + cy.minimum(bottom) * Float(width) + cx.minimum(right)
        return pixels.entries(numbers.scalars.map { Int($0) }, axis: 0) * share.reshaped(-1, 1)
    }
    let above = corner(x0, y0, (1 - fx) * (1 - fy)) + corner(x0 + 1, y0, fx * (1 - fy))
    let below = corner(x0, y0 + 1, (1 - fx) * fy) + corner(x0 + 1, y0 + 1, fx * fy)
    return (above + below).reshaped(n, height, width, 3).permuted(0, 3, 1, 2)
}

extension ModelToProduction {
    func sameEitherWay() throws {
        var random = run.random
        let count = run.size(quick: 4, usual: 32)
        let squares = try photos.prefix(count).map {
            try PhotoPipeline(item: Resize(Size2D(sideOfPhotos))).framed($0, isTraining: false, using: &random).photo
        }
        let changes: [any BatchTransform] = [Rotate(10, p: 1), Zoom(1...1.1, p: 1)]
        let pipeline = PhotoPipeline(batch: changes, padding: .border)
        let maps = squares.map { pipeline.change(of: $0.size, isTraining: true, using: &random).map }
        let x = Tensor.stack(squares.map { Tensor($0.bytes).permuted(2, 0, 1) / 255 })

        // Photo by photo: the engine, with the same map for each (`FixedChange`). All at once: `turned`.
        func photoByPhoto() -> Tensor {
            Tensor.stack(
                zip(squares, maps).map { photo, map in
                    let one = PhotoPipeline(batch: [FixedChange(map)], padding: .border)
                    return one.augmented(photo, isTraining: false, using: &random).picture
                })
        }
        var (one, all) = (photoByPhoto(), turned(x, by: maps))
        show(
            Double((one - all).abs().max().item) < 0.02, "both give the same pictures, to within rounding",
            predict: .yesNo("The same maps, photo by photo and all at once: do both give the same pictures?", true))
        func perPhoto(_ body: () -> Void) -> Double {
            milliseconds(runs: 3, body) / Double(squares.count)
        }
        var table = TextTable(["way", "milliseconds a photo"], decimals: 2)
        table.add("photo by photo, our engine", perPhoto { one = photoByPhoto() })
        table.add("all at once, with tensors", perPhoto { all = turned(x, by: maps) })
        show(table, "\(squares.count) photos of \(sideOfPhotos) × \(sideOfPhotos) pixels, milliseconds")

        // Without a graphics card the batch has no advantage: tensors of places and shares go through memory again and
        // again, where the engine computes a pixel when it needs it. So our batch transforms say what they would do
        // with a picture, and every core changes the pictures that are its turn. What counts is not where it happens,
        // but that it is one map and one interpolation; chapter 5 measures what each further one costs.
    }
}
