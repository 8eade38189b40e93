import Figures
import Testing

@Suite struct `Thinned nets` {
    let net = ThinnedNet(
        "Two batches",
        [
            .init("one batch", [[.present, .dropped, .present], [.uncertain, .present]]),
            .init("the next", [[.dropped, .dropped, .present], [.present, .dropped]]),
        ])

    @Test func `lines join what is there, and what is dropped is crossed out`() throws {
        let all = try #require(elements(net.svg))
        #expect(all.count { $0.name == "circle" } == 10)
        // 2 · 2 and 1 · 1 lines between units, and two strokes for each of four crosses.
        #expect(all.count { $0.name == "line" } == 4 + 1 + 2 * 4)
        #expect(all.compactMap { $0.name == "text" ? $0.text : nil } == ["Two batches", "one batch", "the next"])
    }

    @Test func `everything is on the page`() throws {
        let all = try #require(elements(net.svg))
        let (width, height) = (all[0].number("width"), all[0].number("height"))
        for circle in all where circle.name == "circle" {
            #expect(circle.number("cx") > 13 && circle.number("cx") < width - 13)
            #expect(circle.number("cy") > 40 && circle.number("cy") < height - 13)
        }
    }

    @Test func `in a terminal a layer is a line`() {
        let lines = net.terminal(.plain).lines
        #expect(lines[1...3].elementsEqual(["one batch:", "  o x o", "  ? o"]))
    }

    @Test func `an empty layer stops the program`() async {
        await #expect(processExitsWith: .failure) { _ = ThinnedNet("", [.init("a", [[.present], []])]) }
    }
}
