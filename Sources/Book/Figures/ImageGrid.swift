import Common
import Foundation

/// Pictures with titles, in rows of `columns`.
///
/// ```swift
/// ImageGrid(digits, titles: ["3", "7", "3", "7"], columns: 4)
/// ```
/// The file is a PNG. (An SVG could keep the titles as text, but it would have to carry the pictures inside
/// as base64, which some viewers and web pages refuse to load. The letters of ``Raster/draw(_:x:y:height:colour:)``
/// are smooth at any size, so the PNG loses nothing.)
public struct ImageGrid: Figure {
    public var images: [Raster]
    /// One for each image; images beyond the last title have none.
    public var titles: [String]
    public var columns: Int
    /// What the colours mean, drawn to the right of the images.
    public var scale: ColourScale?
    /// How long the longer side of an image is in the file, about: titles have as much room.
    public var cellSize: Int

    public init(
        _ images: [Raster], titles: [String] = [], columns: Int? = nil, scale: ColourScale? = nil, cellSize: Int = 140
    ) {
        (self.images, self.titles, self.scale, self.cellSize) = (images, titles, scale, cellSize)
        self.columns = max(1, min(columns ?? 8, max(1, images.count)))
    }

    public var fileExtension: String { "png" }
    public func fileData() throws -> Data { try raster().pngData() }

    /// The whole grid as one image. Small images are enlarged by a whole factor, to about `cellSize`.
    public func raster(cellSize: Int? = nil) -> Raster {
        let cellSize = cellSize ?? self.cellSize
        let cells = images.map { $0.fitted(to: cellSize) }
        let gap = 12
        let width = cells.map(\.width).max() ?? cellSize
        let titles = titles.prefix(cells.count).map { titleLines($0, width: width) }
        let height = cells.map(\.height).max() ?? cellSize
        // Where the images of each row begin, below its titles; the last number is the end of the page.
        let tops = stride(from: 0, to: max(1, cells.count), by: columns).reduce(into: [gap]) { tops, start in
            let lines = titles.dropFirst(start).prefix(columns).map(\.count).max() ?? 0
            tops[tops.count - 1] += lines == 0 ? 0 : lines * lineHeight + 4
            tops.append(tops[tops.count - 1] + height + gap)
        }
        var page = Raster(width: gap + columns * (width + gap), height: tops.last!, fill: .white)
        for (i, cell) in cells.enumerated() {
            let x = gap + i % columns * (width + gap) + (width - cell.width) / 2
            let y = tops[i / columns]
            if i < titles.count { page.draw(titles[i], above: y, middle: x + cell.width / 2) }
            // A thin frame: without it, a digit drawn on white would have no edge.
            page.fill(x: x - 1..<x + cell.width + 1, y: y - 1..<y + cell.height + 1, Colour(grey: 205))
            page.paste(cell, x: x, y: y)
        }
        return scale.map { page.beside($0, gap: gap) } ?? page
    }

    /// As many in a row as `columns` asks for, if the window has room for them.
    public func terminal(_ style: TerminalStyle) -> String {
        let widest = images.map(\.width).max() ?? 1
        let fitting = max(1, min(columns, (style.width + 2) / (min(widest, 28) + 2)))
        let width = min(widest, (style.width + 2) / fitting - 2)
        let blocks = images.enumerated().map { i, image -> [String] in
            var cell = style
            cell.width = width
            let picture = image.terminalLines(cell)
            guard titles.contains(where: { !$0.isEmpty }) else { return picture }
            let title = i < titles.count ? titles[i].truncated(to: width) : ""
            return [title.padded(to: width, .centre)] + picture
        }
        let rows = stride(from: 0, to: blocks.count, by: fitting).map { start in
            sideBySide(Array(blocks[start..<min(start + fitting, blocks.count)]), gap: 2).joined(separator: "\n")
        }
        return (rows + (scale.map { [$0.terminal(style)] } ?? [])).joined(separator: "\n\n")
    }
}

/// The height of the titles' capital letters, in pixels, and how far a line is below the one before.
private let (textHeight, lineHeight) = (12, 18)

/// A title in at most three lines, broken between words, and long words behind "_". What does not fit is cut off.
private func titleLines(_ title: String, width: Int) -> [String] {
    func fits(_ line: String) -> Bool { Raster.textWidth(line, height: textHeight) <= width }
    let lines = broken(title, where: fits).flatMap { line -> [String] in
        if fits(line) { return [line] }
        let parts = broken(line.replacing("_", with: "_ ")) { fits($0.replacing("_ ", with: "_")) }
        return parts.map { $0.replacing("_ ", with: "_") }
    }
    let shown = lines.prefix(2) + (lines.count > 2 ? [lines.dropFirst(2).joined(separator: " ")] : [])
    return shown.map { Raster.truncated($0, height: textHeight, width: width) }
}

extension Raster {
    /// Writes a title whose last line is above `y`.
    fileprivate mutating func draw(_ lines: [String], above y: Int, middle: Int) {
        for (i, line) in lines.enumerated() {
            let left = middle - Raster.textWidth(line, height: textHeight) / 2
            draw(
                line, x: left, y: y - 1 - (lines.count - i) * lineHeight, height: textHeight, colour: Colour(grey: 40))
        }
    }

    /// The image with a scale at its right, as high as the image without its margins, but not higher than two cells.
    fileprivate func beside(_ scale: ColourScale, gap: Int) -> Raster {
        let bar = scale.raster(height: max(40, min(height - 2 * gap, 280)))
        var page = Raster(width: width + bar.width + gap, height: height, fill: .white)
        page.paste(self, x: 0, y: 0)
        page.paste(bar, x: width, y: (height - bar.height) / 2)
        return page
    }

    /// With its longer side at most `size`: enlarged by a whole factor, or shrunk.
    fileprivate func fitted(to size: Int) -> Raster {
        let longer = max(width, height)
        if longer <= size { return scaled(by: size / longer) }
        return resized(width: max(1, width * size / longer), height: max(1, height * size / longer))
    }
}
