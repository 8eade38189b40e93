// The drawing of a training: its events from top to bottom, its parts as boxes in one another, and beside them, where
// that is wanted, what acts at which event.

import Common
import Figures
import Foundation

/// The events of a training in their order, drawn from a trace.
public struct EventDiagram: Figure {
    /// A column of dots beside some of the events.
    public struct Column: Sendable {
        public let name: String
        /// Whether there is a dot, for the place of an event in the trace and the event itself.
        let hasDot: @Sendable (_ place: Int, _ event: Event) -> Bool

        /// Dots beside certain events, wherever they are in the trace.
        public init(_ name: String, _ events: Set<Event>) {
            self.name = name
            hasDot = { _, event in events.contains(event) }
        }

        /// Dots beside the events of a complete trace that have come in another one, which left some out.
        public init(_ name: String, left trace: [Event], of complete: [Event]) {
            var (rest, places) = (trace.filter { !$0.isCancel }[...], Set<Int>())
            for (place, event) in complete.enumerated() where event == rest.first {
                places.insert(place)
                rest.removeFirst()
            }
            self.name = name
            hasDot = { [places] place, _ in places.contains(place) }
        }
    }

    /// A line of the drawing: an event, or what the loop does before it.
    struct Row: Equatable {
        let text: String
        let depth: Int
        let event: Event?
        /// Of the event in the trace.
        let place: Int
    }

    /// The box of a part: its first and its last row.
    struct Box: Equatable {
        let part: TrainingPart
        let first: Int, last: Int, depth: Int
    }

    public let title: String
    public let columns: [Column]
    let rows: [Row]
    let boxes: [Box]

    /// - Parameter events: the trace of a whole training.
    public init(_ title: String, _ events: [Event], columns: [Column] = []) {
        (self.title, self.columns) = (title, columns)
        var rows: [Row] = [], boxes: [Box] = [], open: [(part: TrainingPart, row: Int)] = []
        for (place, event) in events.enumerated() {
            if let step = work(before: event, after: place > 0 ? events[place - 1] : nil) {
                rows.append(Row(text: step, depth: open.count, event: nil, place: place))
            }
            if let part = TrainingPart.allCases.first(where: { $0.begin == event }) { open.append((part, rows.count)) }
            rows.append(Row(text: event.rawValue, depth: open.count, event: event, place: place))
            if let last = open.last, last.part.after == event {
                open.removeLast()
                boxes.append(Box(part: last.part, first: last.row, last: rows.count - 1, depth: open.count))
            }
        }
        (self.rows, self.boxes) = (rows, boxes.sorted { $0.depth < $1.depth })
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    public func terminal(_ style: TerminalStyle) -> String {
        let names = columns.enumerated().map { "\($0 + 1) \($1.name)" }
        let head = columns.indices.map { "\($0 + 1)".padded(to: 3, .right) }.joined()
        let lines = rows.map { row in
            let bars = String(repeating: "│ ", count: max(0, row.depth - (row.event == nil ? 0 : 1)))
            let text = bars + (row.event == nil ? "  \(row.text)" : "● \(row.text)")
            let dots = columns.map { hasDot($0, row) ? "  ●" : "  ·" }.joined()
            return row.event == nil || columns.isEmpty ? text : text.padded(to: 34) + dots
        }
        let legend = columns.isEmpty ? [] : [names.joined(separator: ", "), String(repeating: " ", count: 34) + head]
        return ([title] + legend + lines).joined(separator: "\n")
    }
}

/// Whether a column has a dot in a row.
private func hasDot(_ column: EventDiagram.Column, _ row: EventDiagram.Row) -> Bool {
    row.event.map { column.hasDot(row.place, $0) } ?? false
}

/// What the loop does before an event; nil where it does nothing.
private func work(before event: Event, after previous: Event?) -> String? {
    switch event {
    case .beginBatch: "draw a batch"
    case .afterPrediction: "predict"
    case .afterLoss: "compute the loss"
    case .afterBackward: "go backward"
    case .afterStep: "take a step"
    case .afterBatch where previous == .afterStep: "clear the gradients"
    default: nil
    }
}

// MARK: The picture

extension EventDiagram {
    private var rowHeight: Double { 22 }
    private var boxWidth: Double { 270 }
    private var top: Double { columns.isEmpty ? 52 : 168 }
    private func middle(_ row: Int) -> Double { top + (Double(row) + 0.5) * rowHeight }
    private func columnX(_ number: Int) -> Double { 20 + boxWidth + 26 + Double(number) * 34 }

    var svg: String {
        let width = columns.isEmpty ? boxWidth + 40 : columnX(columns.count - 1) + 120
        let height = top + Double(rows.count) * rowHeight + 22
        let heading = text(title, 20 + boxWidth / 2, 28, size: 15, "text-anchor=\"middle\" font-weight=\"600\"")
        let parts = boxes.map(drawn) + columns.indices.map(drawnColumn) + rows.indices.map(drawnRow)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(Int(width))" height="\(Int(height))" \
            viewBox="0 0 \(Int(width)) \(Int(height))" role="img" \
            font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif">
            <title>\(title)</title>
            <rect width="\(Int(width))" height="\(Int(height))" rx="6" fill="#ffffff"/>
            \(heading)
            \(parts.joined(separator: "\n"))
            </svg>

            """
    }

    private func drawn(_ box: Box) -> String {
        let (x, y) = (20 + Double(box.depth) * 20, top + Double(box.first) * rowHeight + 1)
        let size = (width: boxWidth - Double(box.depth) * 26, height: Double(box.last - box.first + 1) * rowHeight - 2)
        let (fill, stroke) = colours(of: box.part)
        return "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(size.width)\" height=\"\(size.height)\" rx=\"7\" "
            + "fill=\"\(fill.hex)\" stroke=\"\(stroke.hex)\" stroke-width=\"1.4\"/>"
    }

    private func colours(of part: TrainingPart) -> (fill: Colour, stroke: Colour) {
        let stroke: Colour =
            switch part {
            case .fit: .grey
            case .epoch: .blue
            case .train: .vermilion
            case .validate: .green
            case .batch: .black
            }
        return (part == .batch ? .white : stroke.mixed(with: .white, 0.9), stroke)
    }

    private func drawnRow(_ number: Int) -> String {
        let row = rows[number]
        let (x, y) = (20 + Double(row.depth) * 20 - 8, middle(number) + 4.5)
        let style = row.event == nil ? "fill=\"#767676\" font-style=\"italic\"" : "fill=\"#1a1a1a\""
        let label = text(row.text, row.event == nil ? x + 14 : x, y, size: 13, style)
        let dots = columns.indices.filter { hasDot(columns[$0], row) }.map { column in
            "<circle cx=\"\(columnX(column))\" cy=\"\(middle(number))\" r=\"5\" fill=\"\(Colour.blue.hex)\"/>"
        }
        return ([label] + dots).joined(separator: "\n")
    }

    private func drawnColumn(_ number: Int) -> String {
        let x = columnX(number)
        let line =
            "<line x1=\"\(x)\" y1=\"\(top)\" x2=\"\(x)\" y2=\"\(middle(rows.count - 1) + 10)\" stroke=\"#d0d0d0\"/>"
        let turned = "transform=\"rotate(-50 \(x) \(top - 8))\" fill=\"#1a1a1a\""
        return line + "\n" + text(columns[number].name, x, top - 8, size: 13, turned)
    }

    private func text(_ text: String, _ x: Double, _ y: Double, size: Int, _ attributes: String) -> String {
        "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\" \(attributes)>\(text)</text>"
    }
}
