import Figures
import Tensors
import Testing

@Suite struct `Image grids` {
    let dark = Raster(width: 28, height: 28, pixels: .init(repeating: 0, count: 784))

    @Test func `images keep their pixels and are arranged in rows and columns`() {
        let light = Raster(width: 28, height: 28, pixels: .init(repeating: 200, count: 784))
        let page = ImageGrid([dark, light, light], columns: 2).raster(cellSize: 28)
        #expect(page.width == 92 && page.height == 92)
        #expect(page[12, 12] == .black && page[52, 12] == Colour(grey: 200) && page[39, 79] == Colour(grey: 200))
        #expect(page[79, 79] == .white, "the fourth place stays empty")
    }

    @Test func `titles are above the images and do not touch them`() {
        let page = ImageGrid([dark], titles: ["Titlesfartoolongtofit"]).raster()
        let ink = (0..<page.width * 34).filter { page[$0 % page.width, $0 / page.width].brightness < 100 }
        #expect(!ink.isEmpty)
        #expect(ink.allSatisfy { (12...152).contains($0 % page.width) && $0 / page.width < 32 })
        #expect(page[12, 34] == .black)
    }

    @Test func `a title with many words has up to three lines, the last one right above the image`() {
        func firstInk(_ title: String) -> (page: Raster, row: Int) {
            let page = ImageGrid([dark, dark], titles: ["One", title]).raster()
            let row = (0..<page.height).first { y in (164..<304).contains { page[$0, y].brightness < 100 } }
            return (page, row ?? 0)
        }
        let one = firstInk("Two"), two = firstInk("A title of two lines"), four = firstInk(
            "A title with so many words that three lines are too few for all of them, though not by much")
        #expect(two.page.height == one.page.height + 18 && four.page.height == one.page.height + 36)
        #expect(one.row < 20 && two.row < 20 && four.row < 20)
        #expect(firstInk("american_pit_bull_terrier").page.height == two.page.height, "a long name is broken, too")
        // The short title stays at its image.
        #expect((12..<152).allSatisfy { x in (0..<36).allSatisfy { four.page[x, 12 + $0].brightness > 100 } })
    }

    @Test func `a row without titles has no room for them`() {
        let titled = ImageGrid([dark, dark, dark, dark], titles: ["One", "Two"], columns: 2).raster()
        let plain = ImageGrid([dark, dark, dark, dark], columns: 2).raster()
        #expect(titled.height == plain.height + 22)
        #expect(titled[12, titled.height - 152] == .black && titled[12, titled.height - 153] != .black)
    }

    @Test func `in a terminal rows break where the window ends`() {
        let grid = ImageGrid([dark, dark, dark], titles: ["one", "two", "three"])
        let lines = grid.terminal(TerminalStyle(width: 60)).lines
        #expect(lines[0].contains("one") && lines[0].contains("two"))
        #expect(lines.contains { $0.contains("three") && !$0.contains("two") })
    }

    @Test func `a colour scale stands at the right, with the largest number's colour at its top`() throws {
        let (plain, scaled) = (ImageGrid([dark]), ImageGrid([dark], scale: ColourScale(-2...2, .signed)))
        let page = scaled.raster()
        let bar = plain.raster().width + 8
        #expect(page.width > bar + 20 && page.height == plain.raster().height)
        #expect(page[bar, 13] == ColourMap.signed(1) && page[bar, page.height - 14] == ColourMap.signed(0))
        #expect(page[bar, page.height / 2].brightness > 250, "the middle of signed colours is white")
        #expect(page[1, 1] == plain.raster()[1, 1])
        #expect(scaled.terminal(.plain).hasSuffix("from -2 to 2"))
        #expect(scaled.terminal(TerminalStyle(width: 60, colour: .truecolour)).lines.last!.contains("█"))
    }

    @Test func `no images cause no crash`() {
        #expect(ImageGrid([]).raster().width > 0)
        #expect(ImageGrid([]).terminal(.plain).isEmpty)
    }
}

@Suite struct `Pixel tables` {
    let table = PixelTable(ByteTensor(shape: [2, 3], [0, 128, 255, 10, 20, 30]), rowsFrom: 4, columnsFrom: 4)

    @Test func `the background is white at 0, black at 255 and grey between`() {
        let page = table.raster()
        let width = (page.width - 52) / 3
        // The corner of each cell is free of digits.
        let corners = (0..<3).map { page[41 + $0 * width, 33] }
        #expect(corners == [.white, Colour(grey: 127), .black])
    }

    @Test func `ink is white on dark cells and black on light ones`() {
        let page = table.raster()
        let inDark = (121..<160).map { page[$0, 46].brightness }.max()!
        let inLight = (41..<80).map { page[$0, 46].brightness }.min()!
        #expect(inDark > 200 && inLight < 50)
    }

    @Test func `plain text is aligned numbers`() {
        #expect(table.terminal(.plain) == "   0 128 255\n  10  20  30")
    }

    @Test func `in a terminal each number is on its grey`() {
        #expect(table.terminal(trueColour).contains("\u{1B}[38;2;255;255;255;48;2;0;0;0m 255\u{1B}[0m"))
    }

    @Test func `a title stands above the numbers`() {
        let titled = PixelTable([[1, 2], [3, 4]], title: "Four")
        let plain = PixelTable([[1, 2], [3, 4]])
        #expect(titled.terminal(.plain) == "Four\n" + plain.terminal(.plain))
        #expect(titled.raster().height > plain.raster().height)
    }

    @Test func `floats show their decimals`() {
        #expect(PixelTable(Tensor(shape: [1, 2], [0.25, -0.004])).terminal(.plain) == " 0.25 0.00")
    }
}

@Suite struct `Images in a terminal` {
    let image = Raster(
        width: 2, height: 3, channels: 3,
        pixels: [
            255, 0, 0, 255, 0, 0,
            0, 0, 255, 0, 0, 255,
            10, 20, 30, 200, 200, 200,
        ])

    @Test func `two pixels share a half-block, whose ink is the upper one`() {
        #expect(
            image.terminal(trueColour).lines == [
                "\u{1B}[38;2;255;0;0;48;2;0;0;255m▀▀\u{1B}[0m",
                "\u{1B}[38;2;10;20;30m▀\u{1B}[0m\u{1B}[38;2;200;200;200m▀\u{1B}[0m",
            ])
    }

    @Test func `with 256 colours the nearest are taken`() {
        let lines = image.terminal(TerminalStyle(width: 80, colour: .ansi256)).lines
        #expect(lines[0] == "\u{1B}[38;5;196;48;5;21m▀▀\u{1B}[0m")
        #expect(lines[1].contains("38;5;251m"))
    }

    @Test func `plain text has shades, and the background stays empty`() {
        let digit = Raster(width: 3, height: 2, pixels: [0, 255, 0, 0, 255, 0])
        let ink = Raster(width: 3, height: 2, pixels: [255, 0, 255, 255, 0, 255])
        #expect(digit.terminal(.plain) == " @" && ink.terminal(.plain) == " @")
    }

    @Test func `an image wider than the window is shrunk`() {
        let wide = Raster(width: 400, height: 40, fill: .red).terminal(TerminalStyle(width: 40, colour: .truecolour))
        #expect(wide.lines.count == 2)
        #expect(wide.filter { $0 == "▀" }.count == 80)
    }
}
