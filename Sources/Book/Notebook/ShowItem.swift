// An item of a transformed list as people see it: decoded until there is something to read or to look at.

import Figures
import Training

/// Something to look at.
public protocol Drawable: Showable {
    var raster: Raster { get }
    /// What is written above it.
    var title: String { get }
}

extension Drawable {
    public var title: String { "" }
}

/// Shows an item as it comes out of its pipeline, decoded until people can read it or look at it. (The book's
/// `show_at`.)
///
/// Pictures have all that can be read of the item as their titles. An item of which nothing is for people shows nothing
/// but its type.
public func show<Item, Output>(
    _ items: TransformedItems<Item, Output>, at place: Int, _ caption: String = "",
    file: String = #filePath, line: Int = #line, column: Int = #column
) throws {
    let parts = try items.shown(place)
    let texts = parts.compactMap { $0 as? String }
    let pictures = parts.compactMap { $0 as? any Drawable }
    if pictures.isEmpty {
        let text = texts.isEmpty ? "a value of type \(Output.self)" : texts.joined(separator: " · ")
        return show(text, caption, file: file, line: line, column: column)
    }
    let titles = pictures.map { ([$0.title] + texts).filter { !$0.isEmpty }.joined(separator: ", ") }
    show(
        ImageGrid(pictures.map(\.raster), titles: titles, cellSize: 320), caption, file: file, line: line,
        column: column)
}
