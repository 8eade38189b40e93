import Common
import Foundation
import Tensors

/// Two groups that become one.
public struct Merge: Sendable, Equatable {
    /// Their numbers: those of the things themselves come first, then those of the merges in their order.
    public let first: Int, second: Int
    /// How far they are from each other.
    public let distance: Double
    /// How many things they have together.
    public let size: Int

    public init(_ first: Int, _ second: Int, distance: Double, size: Int) {
        (self.first, self.second, self.distance, self.size) = (first, second, distance, size)
    }
}

/// Which things are near each other: lines that meet early, seen from their names, join what is alike.
///
/// ```swift
/// Dendrogram(merges: [Merge(0, 1, distance: 0.1, size: 2)], labels: ["year", "elapsed"])
/// ```
public struct Dendrogram: Figure, Equatable {
    public let merges: [Merge]
    public let labels: [String]
    public var title: String
    /// Groups that are nearer than this stand out.
    public var near: Double?

    /// - Precondition: there is one merge less than there are labels, and each group is merged once, after it has
    ///   been made.
    public init(merges: [Merge], labels: [String], title: String = "", near: Double? = nil) {
        (self.merges, self.labels, self.title, self.near) = (merges, labels, title, near)
        var open = Set(labels.indices)
        for (number, merge) in merges.enumerated() {
            let isPossible = open.remove(merge.first) != nil && open.remove(merge.second) != nil
            require(isPossible, "Dendrogram", "merge \(number) joins groups that are not there: \(merge)")
            open.insert(labels.count + number)
        }
        require(open.count <= 1, "Dendrogram", "\(merges.count) merges do not join \(labels.count) things")
    }

    /// The things from top to bottom, so that no lines cross.
    public var order: [Int] { labels.isEmpty ? [] : members(labels.count + merges.count - 1) }

    /// The things in a group.
    private func members(_ group: Int) -> [Int] {
        guard group >= labels.count else { return [group] }
        let merge = merges[group - labels.count]
        return members(merge.first) + members(merge.second)
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    /// The merges with what they join, the nearest first.
    public func terminal(_ style: TerminalStyle) -> String {
        let head = title.isEmpty ? [] : [style.paint(title, nil, bold: true)]
        let rows = merges.map { merge in
            let parts = [merge.first, merge.second].map { members($0).map { labels[$0] }.joined(separator: ", ") }
            let text = "\(fixed(merge.distance, 3))  \(parts.joined(separator: " + "))".truncated(to: style.width)
            return isNear(merge) ? style.paint(text, .vermilion) : text
        }
        return (head + rows).joined(separator: "\n")
    }

    private func isNear(_ merge: Merge) -> Bool { near.map { merge.distance < $0 } ?? false }

    public var svg: String {
        let (row, plot, size) = (20.0, 430.0, 12.0)
        let names = labels.map { SVG.textWidth($0, size: size) }.max() ?? 0
        let (left, top) = (24.0, title.isEmpty ? 20.0 : 50)
        let bottom = top + row * Double(max(1, labels.count))
        let axis = Axis(0...max(merges.map(\.distance).max() ?? 1, 1e-9)).withTicks(about: 6)
        func x(_ distance: Double) -> Double { left + plot * (1 - axis.position(distance)) }
        var svg = SVG()
        svg.axisBelow(
            axis, from: top, to: bottom, left: left, width: plot, label: "distance", isReversed: true)
        // Where the line of each group ends: things at their names, merges where they join.
        var ends = [(x: Double, y: Double)](repeating: (0, 0), count: labels.count + merges.count)
        for (place, thing) in order.enumerated() {
            ends[thing] = (x(0), top + row * (Double(place) + 0.5))
            svg.text(labels[thing], x(0) + 8, ends[thing].y + 4, size: size, anchor: "start", colour: Frame.ink)
        }
        for (number, merge) in merges.enumerated() {
            let (a, b, at) = (ends[merge.first], ends[merge.second], x(merge.distance))
            ends[labels.count + number] = (at, (a.y + b.y) / 2)
            let colour = isNear(merge) ? Colour.vermilion : .blue
            svg.path(
                "M\(n(a.x)) \(n(a.y))L\(n(at)) \(n(a.y))L\(n(at)) \(n(b.y))L\(n(b.x)) \(n(b.y))",
                "fill=\"none\" stroke=\"\(colour.hex)\" stroke-width=\"1.8\" stroke-linejoin=\"round\"")
        }
        let width = max(left + plot + 16 + names, SVG.textWidth(title, size: Frame.titleSize) + 30)
        if !title.isEmpty { svg.text(title, width / 2, 28, size: Frame.titleSize, bold: true) }
        return svg.document(width: width, height: bottom + 52, title: title.isEmpty ? "Dendrogram" : title)
    }
}
