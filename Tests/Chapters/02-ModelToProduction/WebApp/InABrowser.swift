// The application as people see it, in a real browser without a window. Where no Chromium is found, these tests are
// skipped: `make browser` installs one. GROUNDUP_SCREENSHOTS names a folder for pictures, GROUNDUP_APP the address of
// an application that runs already.

import Figures
import Foundation
import Notebook
import Tensors
import TestSupport
import Testing

@testable import Chapter02

@Suite(
    .serialized, .enabled(if: Browser.program != nil, "no Chromium on this machine; `make browser` installs one"))
struct `2.5 In a browser` {
    /// Keeps a picture if somebody wants to see it.
    private func look(_ browser: Browser, _ name: String) throws {
        let picture = try browser.screenshot()
        #expect(picture.count > 5000, "\(name)")
        guard let folder = ProcessInfo.processInfo.environment["GROUNDUP_SCREENSHOTS"] else { return }
        try picture.write(to: URL(filePath: folder).appending(path: "\(name).png"))
    }

    /// Runs `body` in a thread of its own: it waits a lot, and others have work to do.
    private func visiting(
        _ body: @escaping @Sendable (_ browser: Browser, _ address: String, _ folder: URL) throws -> Void
    )
        async throws
    {
        @Sendable func visit(_ address: String) async throws {
            try await withCheckedThrowingContinuation { done in
                Thread.detachNewThread {
                    done.resume(with: Result { try withFolder { try body(Browser(), address, $0) } })
                }
            }
        }
        if let address = ProcessInfo.processInfo.environment["GROUNDUP_APP"] { return try await visit(address) }
        try await withServer { port in try await visit("http://127.0.0.1:\(port)") }
    }

    @Test func `a photo is chosen and classified, on a phone and on a desktop, light and dark`() async throws {
        try await visiting { browser, address, folder in
            let file = folder.appending(path: "<img src=x onerror=document.title=1>.png")
            let photo = try Self.photo()
            try photo.write(to: file)
            for (name, width, dark) in [
                ("phone-light", 390, false), ("desktop-dark", 1200, true), ("desktop-light", 1200, false),
                ("phone-dark", 390, true),
            ] {
                try browser.look(width: width, height: 850, dark: dark)
                try browser.open(address)
                if name == "phone-light" { try look(browser, "start") }
                let heights = """
                    window.heights = []; const preview = document.getElementById('preview');
                    new MutationObserver(() => window.heights.push(preview.offsetHeight))
                    .observe(preview, { attributes: true, attributeFilter: ['hidden'] })
                    """
                _ = try browser.value("(() => { \(heights) })()")
                try browser.choose(file, in: "#photo")
                try browser.wait("!document.getElementById('preview').hidden")
                // It comes with its height: what is below does not move later, when somebody is about to press it.
                let jumps = try browser.value("window.heights.length === 1 && window.heights[0] > 0") as? Bool
                #expect(jumps == true, "\(name)")
                try browser.click("#classify")
                try browser.wait("document.querySelector('.verdict') !== null")
                try look(browser, name)
                // Nothing is wider than the window.
                let found = try browser.value("document.documentElement.scrollWidth") as? Int
                #expect(found == width, "\(name)")
                let paper = try browser.value("getComputedStyle(document.body).backgroundColor") as? String
                #expect(paper == (dark ? "rgb(23, 22, 20)" : "rgb(246, 244, 240)"))
            }
            let title = try browser.text("title")
            let caption = try browser.text("figcaption")
            #expect(title == "Select your bear!" && caption == file.lastPathComponent)

            // The same line as a program gets.
            let port = Int(address.split(separator: ":").last!)!
            let json = try exchange(uploadRequest(photo, named: "a.png", to: "/api/predict", port: port), port: port)
            let said = try JSONDecoder().decode(PhotoAnswer.self, from: json.body)
            let verdict = try browser.text(".verdict")
            #expect(verdict == said.text)
            let bars = try browser.value("document.querySelectorAll('.bars tr').length") as? Int
            #expect(bars == said.probabilities.count && browser.complaints == [])
            // Where it looked is shown where the map is fine enough for that.
            let pictures = try browser.value("document.querySelectorAll('.result img').length") as? Int
            #expect(pictures == (min(said.places.rows, said.places.columns) > 2 ? 2 : 1))
        }
    }

    @Test func `a digit is drawn with the mouse and with keys`() async throws {
        try await visiting { browser, address, _ in
            try browser.look(width: 390, height: 850, dark: false)
            try browser.open(address)
            let box = try browser.place(of: "#pad")
            func point(_ x: Double, _ y: Double) -> (Double, Double) { (box.x + x * box.width, box.y + y * box.height) }
            // A seven: across, then down.
            try browser.drag(
                (0...10).map { point(0.3 + 0.04 * Double($0), 0.25) }
                    + (0...10).map { point(0.7 - 0.025 * Double($0), 0.25 + 0.05 * Double($0)) })
            try browser.click("#read")
            try browser.wait("document.querySelector('.verdict') !== null")
            try look(browser, "digit")
            let mouse = try browser.text(".verdict")
            #expect(mouse.hasPrefix("Prediction: ") && browser.complaints == [])
            // With a net that has learned, it is one.
            if ProcessInfo.processInfo.environment["GROUNDUP_APP"] != nil { #expect(mouse.hasPrefix("Prediction: 7")) }

            // A one, with keys alone: tab to the sheet, lower the pen, go down.
            try browser.open(address)
            var seen: [String] = []
            for _ in 0..<12 {
                try browser.press("Tab", code: 9)
                seen.append(try browser.value("document.activeElement.id") as? String ?? "")
                if seen.last == "pad" { break }
            }
            #expect(seen == ["photo", "camera", "classify", "pad"])
            for _ in 0..<8 { try browser.press("ArrowUp", code: 38) }
            try browser.press(" ", text: " ", code: 32)
            for _ in 0..<16 { try browser.press("ArrowDown", code: 40) }
            try browser.press("Tab", code: 9)
            try browser.press("Enter", text: "\r", code: 13)
            try browser.wait("document.querySelector('.verdict') !== null")
            let keys = try browser.text(".verdict")
            if ProcessInfo.processInfo.environment["GROUNDUP_APP"] != nil { #expect(keys.hasPrefix("Prediction: 1")) }
            let focus = try browser.value("document.activeElement.id") as? String
            #expect(focus == "answer")
        }
    }

    @Test func `everything has a name, and the answer is read aloud`() async throws {
        try await visiting { browser, address, _ in
            try browser.open(address)
            let nodes = try browser.call("Accessibility.getFullAXTree")["nodes"] as? [[String: Any]] ?? []
            func text(_ node: [String: Any], _ key: String) -> String {
                (node[key] as? [String: Any])?["value"] as? String ?? ""
            }
            let controls = nodes.filter { ["button", "link", "image", "textbox"].contains(text($0, "role")) }
            #expect(controls.count >= 6 && controls.allSatisfy { !text($0, "name").isEmpty })
            let live = try browser.value("document.getElementById('said').getAttribute('aria-live')") as? String
            let language = try browser.value("document.documentElement.lang") as? String
            #expect(live == "polite" && language == "en")

            // An empty form gets a word, and no request.
            try browser.click("#classify")
            try browser.wait("document.querySelector('.problem') !== null")
        }
    }

    @Test func `it works without JavaScript`() async throws {
        try await visiting { browser, address, folder in
            let file = folder.appending(path: "bear.png")
            try Self.photo().write(to: file)
            try browser.call("Emulation.setScriptExecutionDisabled", ["value": true])
            try browser.look(width: 390, height: 850, dark: false)
            try browser.open(address)
            try browser.choose(file, in: "#photo")
            try browser.click("#classify")
            try browser.wait("document.querySelector('.verdict') !== null")
            try browser.wait("document.readyState === 'complete'")
            // There is nothing to draw on.
            try browser.wait("document.getElementById('pad').offsetParent === null")
            let verdict = try browser.text(".verdict")
            #expect(verdict.hasPrefix("Prediction: "))
            try look(browser, "without-script")
        }
    }

    /// A photo: GROUNDUP_PHOTO, or noise.
    private static func photo() throws -> Data {
        if let file = ProcessInfo.processInfo.environment["GROUNDUP_PHOTO"] {
            return try Data(contentsOf: URL(filePath: file))
        }
        return try pngPhoto(300, 200)
    }
}
