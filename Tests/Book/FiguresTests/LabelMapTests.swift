import Testing

@testable import Figures

@Suite struct `A map of names` {
    /// A spiral of 60 points, close together in the middle.
    private let map = LabelMap(
        "A spiral", x: "east", y: "north",
        (0..<60).map { k in
            let angle = Double(k) * 2.4, reach = Double(k * k) / 3600
            return LabelMap.Item(
                "Film number \(k) (\(1940 + k))", reach * angle.remainder(dividingBy: 2), reach * (angle - 70))
        })

    @Test func `no two names overlap, none covers a point, and all are inside`() {
        let plot = LabelBox(left: 44, top: 48, width: 900, height: 630)
        let spots = map.spots(in: plot.inset(14))
        let boxes = map.places(of: spots, in: plot) { (SVG.textWidth($0, size: 11) + 4, 14) }
        #expect(boxes.count == 60)
        for (number, box) in boxes.enumerated() {
            #expect(plot.contains(box), "\(number)")
            #expect(!boxes[(number + 1)...].contains(where: box.overlaps), "\(number)")
            #expect(
                !spots.contains { spot in box.overlaps(LabelBox(left: spot.x, top: spot.y, width: 0.01, height: 0.01)) }
            )
        }
    }

    @Test func `its file has a dot and a name for each point`() throws {
        let all = try #require(elements(map.svg))
        #expect(all.filter { $0.name == "circle" }.count == 60)
        #expect(all.filter { $0.name == "text" && $0.text.hasPrefix("Film number") }.count == 60)
    }

    @Test func `the first point is where its numbers say, and what is not a number is left out`() throws {
        let map = LabelMap("", [.init("a", 0.0, 0.0), .init("b", 10.0, 5.0), .init("c", Double.nan, 1)])
        let spots = map.spots(in: LabelBox(left: 0, top: 0, width: 100, height: 50))
        #expect(spots == [MapSpot(x: 0, y: 50), MapSpot(x: 100, y: 0)])
        #expect(map.terminal(.plain).contains("*a") && !map.terminal(.plain).contains("c"))
    }
}
