// # A digit that you draw
//
// Section 2.5 · After this page you know why an application must make its input look like the training data, and can do
// that for digits.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// The application has a second net, for the digits of chapter 4, but for all ten of them. You draw with the mouse, a
// finger, or the arrow keys; the page sends the drawing as a picture; the net says which digit it is. One would think
// that this is the same task as before, with a smaller picture. It is not. People draw where they like, as large as
// they like, with a pen of any width, black on white or white on black. The digits of MNIST all look alike: white ink
// on black, the longer side of the digit 20 pixels long, and its centre of mass in the middle of 28 × 28 pixels. A net
// that has seen nothing else knows nothing else. So the drawing has to be brought into that form:

/// A drawing as MNIST would have it [28, 28], 0 for paper and 1 for ink; nil if nothing was drawn.
public func centredDigit(_ drawing: Tensor) -> Tensor? {
    // What the border has is paper.
    let (height, width) = (drawing.shape[0], drawing.shape[1])
    let ink = drawing[0, 0].item > 0.5 ? 1 - drawing : drawing
    let rows = ink.max(axis: 1).values.scalars, columns = ink.max(axis: 0).values.scalars
    guard let top = rows.firstIndex(where: { $0 > 0.3 }), let bottom = rows.lastIndex(where: { $0 > 0.3 }),
        let left = columns.firstIndex(where: { $0 > 0.3 }), let right = columns.lastIndex(where: { $0 > 0.3 })
    else { return nil }

    // The longer side becomes 20 pixels. A larger drawing is averaged, so that thin lines become grey and do not
    // vanish.
    let side = max(bottom - top, right - left) + 1
    let whole = Photo(brightnesses: Tensor.stack([ink, ink, ink]))
    let region = Region(
        x: Double(left + right + 1 - side) / 2, y: Double(top + bottom + 1 - side) / 2, width: Double(side),
        height: Double(side))
    let small = inkOf(whole.framed(Framing(region, size: 20, padding: .zeros), ofWhole: Size2D(height, width)))

    // And the centre of mass comes to the middle.
    let mass = max(small.sum().item, 1e-6)
    let places = Tensor((0..<20).map { Float($0) + 0.5 })
    let y = (small.sum(axis: 1) * places).sum().item / mass, x = (small.sum(axis: 0) * places).sum().item / mass
    let (down, across) = (shift(Double(y)), shift(Double(x)))
    let frame = Region(x: -Double(across), y: -Double(down), width: 28, height: 28)
    let inked = Photo(brightnesses: Tensor.stack([small, small, small]))
    return inkOf(inked.framed(Framing(frame, size: 28, padding: .zeros)))
}

extension ModelToProduction {
    func drawingsBecomeDigits() throws {
        let net = try digitNet
        var (pictures, titles, right): ([Raster], [String], (raw: Int, centred: Int)) = ([], [], (0, 0))
        let drawings = try drawingsOfThisRun
        for (digit, drawing) in drawings {
            let centred = centredDigit(drawing)!
            let small = drawing.unsqueezed(0).interpolated(to: 28, mode: .bilinear)[0]
            let (raw, better) = (try net.digit(in: small), try net.digit(in: centred))
            right.raw += raw.name == digit ? 1 : 0
            right.centred += better.name == digit ? 1 : 0
            pictures += [Raster(drawing), Raster(small), Raster(centred)]
            titles += ["drawn", "only made small: \(raw.name)", "centred: \(better.name)"]
        }
        show(
            ImageGrid(Array(pictures.prefix(12)), titles: Array(titles.prefix(12)), columns: 3, cellSize: 140),
            "Drawings, and what a net of \(try digitsName) says of them")
        show(
            right.raw < right.centred, "it is right less often without centring",
            predict: .yesNo(
                "The drawings are small, and in a corner. Is the net right less often when they are only made small?",
                right.raw < right.centred))
        record("digits/drawings-right/only-made-small", Double(right.raw) / Double(drawings.count))
        record("digits/drawings-right/centred", Double(right.centred) / Double(drawings.count))
        record("digits/chance", 0.1)

        // The net is the same in both columns. What an application does before its net is as much a part of the model
        // as the weights; that is why an exported model carries its transforms with it.
    }
}

// MARK: Helpers

/// How many pixels the 20 are moved into the 28, so that a centre comes to 14; they stay inside.
private func shift(_ centre: Double) -> Int { min(max(Int((14 - centre).rounded()), 0), 8) }

/// One of three equal colours, 0…1.
private func inkOf(_ photo: Photo) -> Tensor {
    Tensor(
        shape: [photo.height, photo.width],
        stride(from: 0, to: photo.pixels.count, by: 3).map { Float(photo.pixels[$0]) / 255 })
}
