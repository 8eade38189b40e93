import Common
import Testing

@testable import Figures

@Suite struct `Charts in a terminal` {
    let diagonal = Chart("up", x: "x", y: "y", xLimits: 0...1, yLimits: 0...1) { Line([0, 1], [0, 1], "model") }

    @Test func `braille dots are where the line runs`() {
        let lines = Chart(xLimits: 0...1, yLimits: 0...1) {
            Line([0, 1], [1, 1])
            Line([1, 1], [0, 1])
        }
        .terminal(trueColour, width: 14, height: 4).lines
        let dots = lines.prefix(4).map { line in
            line.unicodeScalars.filter { (0x2801...0x28FF).contains($0.value) }.map(\.value)
        }
        #expect(dots[0].count == 10, "the top row is full")
        #expect(dots[0].dropLast().allSatisfy { $0 == 0x2809 }, "two dots in the top row of each character")
        #expect(dots[1] == [0x28B8] && dots[2] == [0x28B8], "then the right column only")
    }

    @Test func `plain text draws with letters and has no escape codes`() {
        let lines = diagonal.terminal(.plain, width: 14, height: 4).lines
        #expect(lines[0].contains("up") && lines[1].contains("* model") && lines[2] == "y")
        #expect(lines[3].last == "*" && lines[6].contains("*"))
        #expect(!lines.joined().hasEscapes && !lines.joined().unicodeScalars.contains { $0.value > 127 })
    }

    @Test func `axes carry their numbers`() {
        let lines = diagonal.terminal(.plain).lines
        #expect(lines.contains { $0.hasPrefix("1.0 +") } && lines.contains { $0.hasPrefix("0.0 +") })
        #expect(lines.contains { $0.contains(" 0 ") && $0.hasSuffix(" 1") })
    }

    @Test func `no line is wider than the window`() {
        let long = Chart(String(repeating: "long ", count: 40), y: "y") {
            for k in 0..<9 { Line([0, k], "series with number \(k)") }
        }
        for width in [30, 50, 100] {
            let style = TerminalStyle(width: width, colour: .ansi256)
            #expect(long.terminal(style).lines.allSatisfy { $0.displayWidth <= width })
        }
    }

    @Test func `every series has its colour`() {
        let text = Chart {
            Line([0, 1], "a")
            Line([1, 0], "b")
        }.terminal(trueColour)
        #expect(text.contains("38;2;0;114;178") && text.contains("38;2;230;159;0"))
    }

    @Test func `points are dots, and bars stand on zero`() {
        #expect(Chart { Points([0, 1, 2], [2, 0, 1]) }.terminal(trueColour).filter { $0 == "●" }.count == 3)
        let bars = Chart { Bars(["three", "seven"], [1, 2]) }.terminal(.plain).lines
        #expect(bars.last!.contains("three") && bars.last!.contains("seven"))
        #expect(bars[bars.count - 3].hasPrefix("0.0 +") || bars[bars.count - 3].hasPrefix("0 +"))
    }
}

@Suite struct `What a terminal can do` {
    func depth(_ environment: [String: String], isTerminal: Bool = true) -> ColourDepth {
        TerminalStyle.detect(isTerminal: isTerminal, windowWidth: nil, environment: environment).colour
    }

    @Test func `colours follow TERM and COLORTERM`() {
        #expect(depth(["TERM": "xterm-256color"]) == .ansi256)
        #expect(depth(["TERM": "xterm-256color", "COLORTERM": "truecolor"]) == .truecolour)
        #expect(depth(["TERM": "dumb"]) == .none && depth([:]) == .none)
    }

    @Test func `NO_COLOR and pipes switch colours off`() {
        #expect(depth(["TERM": "xterm", "NO_COLOR": "1"]) == .none)
        #expect(depth(["TERM": "xterm", "NO_COLOR": ""]) == .ansi256)
        #expect(depth(["TERM": "xterm", "COLORTERM": "truecolor"], isTerminal: false) == .none)
    }

    @Test func `the width is the window's, or COLUMNS, or 80`() {
        func width(_ window: Int?, _ environment: [String: String]) -> Int {
            TerminalStyle.detect(isTerminal: true, windowWidth: window, environment: environment).width
        }
        #expect(width(132, ["COLUMNS": "60"]) == 132 && width(nil, ["COLUMNS": "60"]) == 60 && width(nil, [:]) == 80)
    }
}
