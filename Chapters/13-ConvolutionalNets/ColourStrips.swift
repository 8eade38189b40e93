// The picture of `colorDim`: one strip of colours for each batch, with axes.

import Common
import Figures

/// Colours that get lighter in even steps, and can be told apart with every common kind of colour blindness: dark blue,
/// green, yellow.
let strips = ColourMap(
    Colour(68, 1, 84), Colour(59, 82, 139), Colour(33, 145, 140), Colour(94, 201, 98), Colour(253, 231, 37))

/// Columns of numbers from left to right, the first number of each at the bottom, as colours from 0 to the largest.
/// - Parameters:
///   - top: the activation at the upper edge.
func stripPicture(_ columns: [[Float]], title: String, top: Float = 10) -> Raster {
    let (columns, group) = merged(columns, atMost: 640)
    let largest = max(columns.lazy.flatMap(\.self).max() ?? 1, 1e-6)
    let (width, height) = (max(1, min(40, 640 / max(1, columns.count))), 6)
    let bins = columns.first?.count ?? 1
    let plot = (left: 52, top: 34, width: width * columns.count, height: height * bins)
    // The words below need room, however few strips there are.
    let room = max(plot.width, columns.count > 1 ? 320 : 170)
    var page = Raster(
        width: plot.left + room + 84, height: plot.top + plot.height + 52, fill: .white)
    for (x, column) in columns.enumerated() {
        for (bin, value) in column.enumerated() {
            let (left, foot) = (plot.left + x * width, plot.top + plot.height - bin * height)
            page.fill(x: left..<left + width, y: foot - height..<foot, strips(Double(value / largest)))
        }
    }
    page.label(title, at: plot.left, 8, height: 13)
    page.axes(plot, last: (columns.count - 1) * group, top: top)
    page.scale(from: plot, at: plot.left + room + 18, largest)
    return page
}

/// At most so many columns: means of as many neighbours as it takes.
private func merged(_ columns: [[Float]], atMost limit: Int) -> ([[Float]], group: Int) {
    let group = max(1, (columns.count + limit - 1) / limit)
    if group == 1 { return (columns, 1) }
    let means = stride(from: 0, to: columns.count, by: group).map { start in
        let part = columns[start..<min(start + group, columns.count)]
        return part.first!.indices.map { bin in part.reduce(0) { $0 + $1[bin] } / Float(part.count) }
    }
    return (means, group)
}

extension Raster {
    fileprivate mutating func label(_ text: String, at x: Int, _ y: Int, height: Int = 10) {
        draw(text, x: x, y: y, height: height, colour: Colour(grey: 40))
    }

    /// The numbers at both ends of both axes, and what they mean.
    fileprivate mutating func axes(
        _ plot: (left: Int, top: Int, width: Int, height: Int), last: Int, top: Float
    ) {
        let foot = plot.top + plot.height
        for (value, y) in [
            (fixed(top, 0), plot.top), (fixed(top / 2, 0), plot.top + plot.height / 2 - 5), ("0", foot - 10),
        ] {
            label(value, at: plot.left - 8 - Raster.textWidth(value, height: 10), y)
        }
        if last > 0 { label("0", at: plot.left, foot + 8) }
        let end = "\(last)"
        if last > 0 { label(end, at: plot.left + plot.width - Raster.textWidth(end, height: 10), foot + 8) }
        let across = last > 0 ? "left to right: batch, " : ""
        label(across + "bottom to top: activation", at: plot.left, foot + 28)
    }

    /// What the colours mean.
    fileprivate mutating func scale(
        from plot: (left: Int, top: Int, width: Int, height: Int), at x: Int, _ largest: Float
    ) {
        for y in 0..<plot.height {
            let share = 1 - Double(y) / Double(max(1, plot.height - 1))
            fill(x: x..<x + 14, y: plot.top + y..<plot.top + y + 1, strips(share))
        }
        label(fixed(largest, 1), at: x + 20, plot.top)
        label("0", at: x + 20, plot.top + plot.height - 10)
    }
}
