import Common
import Foundation

/// Named points on a map. No two names overlap: where one has no room beside its point, it moves away and a thin line
/// leads back.
///
/// ```swift
/// LabelMap("Films", x: "first component", y: "third", [.init("Alien (1979)", 0.3, -1.2)])
/// ```
/// Points that come first have the first choice.
public struct LabelMap: Figure {
    /// A point and its name.
    public struct Item: Sendable {
        public let name: String
        public let x, y: Double

        public init(_ name: String, _ x: some ChartNumber, _ y: some ChartNumber) {
            (self.name, self.x, self.y) = (name, x.chartValue, y.chartValue)
        }
    }

    public var title: String
    public var xLabel: String, yLabel: String
    public var items: [Item]
    /// The size of the picture, in CSS pixels.
    public var width = 960.0, height = 720.0

    /// Points that are not numbers are left out.
    public init(_ title: String = "", x xLabel: String = "", y yLabel: String = "", _ items: [Item]) {
        (self.title, self.xLabel, self.yLabel) = (title, xLabel, yLabel)
        self.items = items.filter { $0.x.isPlottable && $0.y.isPlottable }
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    public var svg: String {
        let plot = LabelBox(left: 44, top: 48, width: width - 60, height: height - 90)
        let spots = spots(in: plot.inset(14))
        let size = 11.0
        let boxes = places(of: spots, in: plot) { (SVG.textWidth($0, size: size) + 4, 14) }
        var (svg, marks) = (SVG(), SVG())
        svg.text(title, width / 2, 28, size: Frame.titleSize, bold: true)
        svg.rect(plot.left, plot.top, plot.width, plot.height, "fill=\"none\" stroke=\"#cccccc\"")
        svg.text(xLabel, plot.middleX, height - 16, size: Frame.labelSize, colour: Frame.ink)
        svg.text(yLabel, 24, plot.middleY, size: Frame.labelSize, colour: Frame.ink, turned: -90)
        for (item, (spot, box)) in zip(items, zip(spots, boxes)) {
            let (x, y) = box.nearest(to: spot)
            if hypot(x - spot.x, y - spot.y) > 8 {
                marks.line(spot.x, spot.y, x, y, "stroke=\"#999999\" stroke-width=\"0.7\"")
            }
            marks.circle(spot.x, spot.y, radius: 3.5, "fill=\"\(Colour.blue.hex)\"")
            marks.text(item.name, box.left + 2, box.top + 11, size: size, anchor: "start")
        }
        svg.group(class: "marks", marks)
        return svg.document(width: width, height: height, title: title.isEmpty ? "Map" : title)
    }

    public func terminal(_ style: TerminalStyle) -> String {
        let (columns, rows) = (96, 36)
        let plot = LabelBox(left: 0, top: 0, width: Double(columns), height: Double(rows))
        let spots = spots(in: plot.inset(1)).map { MapSpot(x: $0.x.rounded(), y: $0.y.rounded()) }
        let boxes = places(of: spots, in: plot) { (Double($0.truncated(to: 22).displayWidth), 1) }
        var canvas = [[Character]](repeating: [Character](repeating: " ", count: columns), count: rows)
        func put(_ character: Character, _ x: Int, _ y: Int) {
            if canvas.indices.contains(y), (0..<columns).contains(x) { canvas[y][x] = character }
        }
        for (item, box) in zip(items, boxes) {
            for (k, letter) in item.name.truncated(to: 22).enumerated() {
                put(letter, Int(box.left.rounded()) + k, Int(box.top.rounded()))
            }
        }
        for spot in spots { put(style.isPlain ? "*" : "●", Int(spot.x), Int(spot.y)) }
        let lines = canvas.map { String($0).withoutTrailingSpaces }
        return ([style.paint(title, nil, bold: true)] + lines + ["→ \(xLabel)   ↑ \(yLabel)"]).joined(separator: "\n")
    }
}

/// A place in the picture.
struct MapSpot: Equatable { var x, y: Double }

/// A rectangle in the picture.
struct LabelBox: Equatable {
    var left, top, width, height: Double
    var right: Double { left + width }
    var bottom: Double { top + height }
    var middleX: Double { left + width / 2 }
    var middleY: Double { top + height / 2 }

    func inset(_ margin: Double) -> LabelBox {
        LabelBox(left: left + margin, top: top + margin, width: width - 2 * margin, height: height - 2 * margin)
    }
    func overlaps(_ other: LabelBox) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
    func contains(_ other: LabelBox) -> Bool {
        left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
    }
    func nearest(to spot: MapSpot) -> (x: Double, y: Double) {
        (min(max(spot.x, left), right), min(max(spot.y, top), bottom))
    }
}

extension LabelMap {
    /// Where the points are.
    func spots(in box: LabelBox) -> [MapSpot] {
        func share(_ value: Double, _ all: [Double]) -> Double {
            let range = extent(all) ?? 0...1
            let span = range.upperBound - range.lowerBound
            return span > 0 ? (value - range.lowerBound) / span : 0.5
        }
        let (xs, ys) = (items.map(\.x), items.map(\.y))
        return items.map {
            MapSpot(x: box.left + share($0.x, xs) * box.width, y: box.bottom - share($0.y, ys) * box.height)
        }
    }

    /// Where the names are: beside their points, or as near as there is room. A name for which there is none at all
    /// stands on its point.
    func places(
        of spots: [MapSpot], in plot: LabelBox, size: (String) -> (width: Double, height: Double)
    ) -> [LabelBox] {
        let heights = items.map { size($0.name).height }
        let gap = (heights.first ?? 1) > 1 ? 6.0 : 1
        let dots = spots.map { LabelBox(left: $0.x - gap / 2, top: $0.y - gap / 2, width: gap, height: gap) }
        var placed: [LabelBox] = []
        for (number, item) in items.enumerated() {
            let (width, height) = size(item.name)
            let choices = candidates(spots[number], width, height, gap)
            let free = choices.first { box in
                plot.contains(box) && !placed.contains(where: box.overlaps) && !dots.contains(where: box.overlaps)
            }
            placed.append(free ?? choices[0])
        }
        return placed
    }

    /// Right, left, above, below, and then in growing circles.
    private func candidates(_ spot: MapSpot, _ width: Double, _ height: Double, _ gap: Double) -> [LabelBox] {
        func box(_ left: Double, _ top: Double) -> LabelBox {
            LabelBox(left: left, top: top, width: width, height: height)
        }
        let near = [
            box(spot.x + gap, spot.y - height / 2), box(spot.x - gap - width, spot.y - height / 2),
            box(spot.x - width / 2, spot.y - gap - height), box(spot.x - width / 2, spot.y + gap),
        ]
        let far = (1...24).flatMap { ring in
            (0..<16).map { step -> LabelBox in
                let (angle, reach) = (Double(step) * .pi / 8, Double(ring) * height)
                let (x, y) = (spot.x + 1.6 * reach * cos(angle), spot.y + reach * sin(angle))
                return box(cos(angle) < 0 ? x - width : x, y - height / 2)
            }
        }
        return near + far
    }
}
