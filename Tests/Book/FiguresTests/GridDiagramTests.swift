import Testing

@testable import Figures

@Suite struct `Grids of cells` {
    let picture = GridDiagram(
        "One place",
        [
            [
                .grid("image", [["1", "-2", "3"], ["4", "5", "6"]]) { _, column in column < 2 ? .window : .margin },
                .sign("·"), .grid("kernel", [["1", "0"], ["0", "1"]]) { _, _ in .weight },
            ],
            [.grid("result", [["6"]]) { _, _ in .result }],
        ], key: [(.window, "under the kernel"), (.margin, "a zero")])

    @Test func `it draws every cell, every caption, the signs and the key`() throws {
        let all = try #require(elements(picture.svg))
        #expect(all.filter { $0.name == "rect" }.count == 1 + 6 + 4 + 1 + 2)
        let texts = all.filter { $0.name == "text" }.map(\.text)
        for text in ["One place", "image", "·", "kernel", "result", "−2", "under the kernel", "a zero"] {
            #expect(texts.contains(text))
        }
    }

    @Test func `nothing reaches beyond the page`() throws {
        let boxes = try #require(elements(picture.svg)).filter { $0.name == "rect" }
        for box in boxes.dropFirst() {
            #expect(box.number("x") >= 0 && box.number("x") + box.number("width") <= boxes[0].number("width"))
            #expect(box.number("y") + box.number("height") <= boxes[0].number("height"))
        }
    }

    @Test func `cells that do not stand out are drawn first`() throws {
        let dashes = try #require(elements(picture.svg)).filter { $0.name == "rect" }.dropFirst().map {
            $0.attributes["stroke-dasharray"] != nil
        }
        #expect(Array(dashes.prefix(3)) == [true, true, false])
    }

    @Test func `lines of equally many parts stand one below the other`() throws {
        let cell = GridDiagram.Part.grid("", [[""]])
        let table = GridDiagram("", [[.grid("", [["", "", ""]]), cell], [cell, cell]])
        let boxes = try #require(elements(table.svg)).filter { $0.name == "rect" }.dropFirst()
        let left = boxes.map { $0.number("x") }
        #expect(left[3] == left[5] && left[4] == left[1])  // below the middle of three, and below the single one
    }

    @Test func `in plain text, what is marked is in brackets`() {
        #expect(
            picture.terminal(.plain).lines == [
                "One place", "", "image            kernel", "[ 1][-2]  3      [1][0]", "[ 4][ 5]  6   ·  [0][1]", "",
                "result", "[6]",
            ])
    }
}
