// A browser without a window, driven over its own debugging protocol: JSON messages through two pipes, a zero byte
// after each. (Chrome DevTools Protocol; Chromium is its reference.)

import Common
import Foundation
import TestSupport

@testable import Chapter02

/// What can go wrong with a browser.
struct BrowserProblem: Error, CustomStringConvertible {
    let description: String
}

final class Browser: @unchecked Sendable {
    // Unchecked: used by one test.
    private let input, output: Int32
    private let files = TemporaryFolder()
    private var buffer = Data()
    private var calls = 0
    private var session: String?
    private var ending: Pending<Int>?
    /// What the page's console has complained of.
    private(set) var complaints: [String] = []

    /// Where a browser is on this machine; nil where there is none.
    static let program: String? = {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let named = ProcessInfo.processInfo.environment["GROUNDUP_BROWSER"].map { [$0] } ?? []
        let names = ["chromium", "chromium-browser", "google-chrome", "chrome"]
        let all = named + names.flatMap { name in path.split(separator: ":").map { "\($0)/\(name)" } }
        return all.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    init() throws {
        guard let program = Self.program else { throw BrowserProblem(description: "there is no browser") }
        let folder = files.url
        let pipes = ["in", "out"].map { folder.appending(path: $0).path }
        for pipe in pipes where mkfifo(pipe, 0o600) != 0 { throw BrowserProblem(description: "no pipe \(pipe)") }
        // Both ways, so that neither side waits for the other to come.
        (input, output) = (Foundation.open(pipes[0], O_RDWR), Foundation.open(pipes[1], O_RDWR))
        let options = """
            --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run --disable-sync --hide-scrollbars \
            --disable-background-networking --disable-component-update --remote-debugging-pipe
            """
        let command = """
            exec "$0" \(options) --host-resolver-rules="MAP * ~NOTFOUND, EXCLUDE 127.0.0.1" --user-data-dir="$3" \
            about:blank 3<"$1" 4>"$2"
            """
        let shell = Program(
            URL(filePath: "/bin/sh"), ["-c", command, program] + pipes + [folder.appending(path: "profile").path],
            timeLimit: .seconds(600))
        ending = Pending { Int(try shell.run().status) }
        let target = try call("Target.createTarget", ["url": "about:blank"])["targetId"] as? String ?? ""
        session = try call("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"] as? String
        for domain in ["Page", "Runtime", "DOM", "Log"] { try call("\(domain).enable") }
    }

    deinit {
        session = nil
        _ = try? call("Browser.close")
        _ = ending?.value
        _ = Foundation.close(input)
        _ = Foundation.close(output)
    }

    /// Calls a method of the protocol.
    @discardableResult
    func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
        calls += 1
        var message: [String: Any] = ["id": calls, "method": method, "params": parameters]
        if let session { message["sessionId"] = session }
        try writeAll(JSONSerialization.data(withJSONObject: message) + [0])
        while true {
            let answer = try nextMessage(within: 60, after: method)
            guard answer["id"] as? Int == calls else {
                note(answer)
                continue
            }
            if let error = answer["error"] { throw BrowserProblem(description: "\(method): \(error)") }
            return answer["result"] as? [String: Any] ?? [:]
        }
    }

    private func writeAll(_ data: Data) {
        data.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = write(input, bytes.baseAddress! + sent, bytes.count - sent)
                if count <= 0 { return }
                sent += count
            }
        }
    }

    private func nextMessage(within seconds: Double, after method: String) throws -> [String: Any] {
        let deadline = Date(timeIntervalSinceNow: seconds)
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            if let end = buffer.firstIndex(of: 0) {
                let message = Data(buffer[..<end])
                buffer = Data(buffer[(end + 1)...])
                return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
            }
            var wait = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            guard poll(&wait, 1, 100) > 0 else {
                if deadline < Date() { throw BrowserProblem(description: "\(method): no answer") }
                continue
            }
            let count = read(output, &bytes, bytes.count)
            if count > 0 { buffer.append(contentsOf: bytes[..<count]) }
        }
    }

    private func note(_ event: [String: Any]) {
        let method = event["method"] as? String ?? ""
        if method == "Runtime.exceptionThrown" || method == "Log.entryAdded" {
            complaints.append("\(event["params"] ?? "")")
        }
    }
}

// MARK: What a person does

extension Browser {
    func open(_ address: String) throws {
        // The page before may have the same address: it is marked, and the mark goes with it.
        try call("Runtime.evaluate", ["expression": "window.before = true"])
        try call("Page.navigate", ["url": address])
        try wait("window.before === undefined && document.readyState === 'complete' && location.href !== 'about:blank'")
    }

    /// The value of an expression on the page.
    func value(_ expression: String) throws -> Any? {
        let result = try call("Runtime.evaluate", ["expression": expression, "returnByValue": true])
        if let exception = result["exceptionDetails"] {
            throw BrowserProblem(description: "\(expression): \(exception)")
        }
        return (result["result"] as? [String: Any])?["value"]
    }

    func text(_ selector: String) throws -> String {
        try value("document.querySelector('\(selector)')?.textContent ?? ''") as? String ?? ""
    }

    /// Waits until an expression is true.
    func wait(_ expression: String) throws {
        for _ in 0..<1200 {
            if (try? value(expression)) as? Bool == true { return }
            Thread.sleep(forTimeInterval: 0.05)
        }
        throw BrowserProblem(
            description: "waited in vain for \(expression); said: \((try? text("#said")) ?? "nothing")")
    }

    func choose(_ file: URL, in selector: String) throws {
        let root = try call("DOM.getDocument")["root"] as? [String: Any]
        let node = try call("DOM.querySelector", ["nodeId": root?["nodeId"] as? Int ?? 0, "selector": selector])
        try call("DOM.setFileInputFiles", ["files": [file.path], "nodeId": node["nodeId"] as? Int ?? 0])
    }

    /// Where an element is, once it was scrolled into view and nothing moves any more.
    func place(of selector: String) throws -> (x: Double, y: Double, width: Double, height: Double) {
        var box = try placeNow(of: selector)
        for _ in 0..<100 {
            Thread.sleep(forTimeInterval: 0.05)
            let next = try placeNow(of: selector)
            if next == box { return box }
            box = next
        }
        throw BrowserProblem(description: "\(selector) does not stop moving")
    }

    private func placeNow(of selector: String) throws -> (x: Double, y: Double, width: Double, height: Double) {
        let box = """
            (() => { const e = document.querySelector('\(selector)'); e.scrollIntoView({block: 'center'});
            const b = e.getBoundingClientRect(); return [b.left, b.top, b.width, b.height]; })()
            """
        let numbers = (try value(box) as? [Any] ?? []).compactMap { ($0 as? NSNumber)?.doubleValue }
        guard numbers.count == 4 else { throw BrowserProblem(description: "there is no \(selector)") }
        return (numbers[0], numbers[1], numbers[2], numbers[3])
    }

    func click(_ selector: String) throws {
        let box = try place(of: selector)
        try drag([(box.x + box.width / 2, box.y + box.height / 2)])
    }

    /// Presses the mouse at the first place, moves it along, and lets go.
    func drag(_ places: [(Double, Double)]) throws {
        func mouse(_ kind: String, _ place: (Double, Double)) throws {
            try call(
                "Input.dispatchMouseEvent",
                ["type": kind, "x": place.0, "y": place.1, "button": "left", "buttons": 1, "clickCount": 1])
        }
        try mouse("mousePressed", places[0])
        for place in places.dropFirst() { try mouse("mouseMoved", place) }
        try mouse("mouseReleased", places.last!)
    }

    func press(_ key: String, text: String? = nil, code: Int) throws {
        var parameters: [String: Any] = ["type": "keyDown", "key": key, "windowsVirtualKeyCode": code]
        if let text { parameters["text"] = text }
        try call("Input.dispatchKeyEvent", parameters)
        parameters["type"] = "keyUp"
        parameters["text"] = nil
        try call("Input.dispatchKeyEvent", parameters)
    }

    /// A window of that size, light or dark; a small one is touched.
    func look(width: Int, height: Int, dark: Bool) throws {
        try call(
            "Emulation.setDeviceMetricsOverride",
            ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
        try call(
            "Emulation.setEmulatedMedia",
            ["features": [["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]]])
        try call("Emulation.setTouchEmulationEnabled", ["enabled": width < 600])
    }

    /// A picture of the whole page, as a PNG, once its pictures are there.
    func screenshot() throws -> Data {
        try wait("[...document.images].every((image) => image.complete)")
        let shot = try call("Page.captureScreenshot", ["format": "png", "captureBeyondViewport": true])
        return (shot["data"] as? String).flatMap { Data(base64Encoded: $0) } ?? Data()
    }
}
