// The application on real sockets of this machine: good requests, bad ones, many at a time, and its end.

import Figures
import Foundation
import Notebook
import TestSupport
import Testing

@testable import Chapter02

@Suite(.serialized) struct `2.5 The application` {
    @Test func `answers pages and programs with the same line`() async throws {
        let photo = try pngPhoto(90, 60)
        try await withServer { port in
            let page = await asked("/", port)
            #expect(page?.status == 200 && page?.text.contains("Select your bear!") == true)
            let json = try #require(
                await asked(uploadRequest(photo, named: "a.png", to: "/api/predict", port: port), port))
            let said = try JSONDecoder().decode(PhotoAnswer.self, from: json.body)
            #expect(said.text == predictionLine(said.prediction, said.probability) && said.probabilities.count == 3)
            #expect(abs(said.probabilities.map(\.probability).reduce(0, +) - 1) < 1e-5)
            #expect(said.places.values.count == said.places.rows * said.places.columns)
            for path in ["/", "/answer"] {
                let html = await asked(uploadRequest(photo, named: "a.png", to: path, port: port), port)
                #expect(html?.status == 200 && html?.text.contains(escaped(said.text)) == true)
            }
            // A body that is the photo itself gives the same.
            let raw = requestText(
                "POST", "/api/predict", host: "localhost:\(port)", headers: ["Content-Type: image/png"], body: photo)
            let again = await asked(raw, port)
            #expect(again?.body == json.body)
        }
    }

    @Test func `says no with the right number, goes on, and writes nothing`() async throws {
        let photo = try pngPhoto()
        let before = try FileManager.default.contentsOfDirectory(atPath: ".")
        try await withServer { port in
            for request in badUploads(photo: photo, port: port) {
                let answer = await asked(request.bytes, port)
                #expect(answer?.status == request.expected, "\(request.name)")
                let problem = try JSONDecoder().decode(AppProblem.self, from: answer?.body ?? Data())
                #expect(!problem.problem.isEmpty && answer?.headers["x-content-type-options"] == "nosniff")
            }
            let fine = await asked(
                uploadRequest(photo, named: "../../etc/passwd", to: "/api/predict", port: port), port)
            #expect(fine?.status == 200)
        }
        let after = try FileManager.default.contentsOfDirectory(atPath: ".")
        #expect(before == after)
    }

    @Test(arguments: [
        ("GET", "/nothing", 404), ("GET", "/../../etc/passwd", 404), ("GET", "/%2e%2e/%2e%2e/etc/passwd", 404),
        ("DELETE", "/", 405), ("PUT", "/api/predict", 405), ("GET", "/answer", 405), ("POST", "/health", 405),
        ("GET", "/health", 200), ("GET", "/metrics", 200), ("HEAD", "/", 200), ("GET", "/app.css", 200),
        ("GET", "/app.js", 200), ("GET", "/icon.svg", 200),
    ])
    func `knows its paths and methods`(_ method: String, _ path: String, _ status: Int) async throws {
        let answer = try await withServer { port in await asked(path, port, method: method) }
        #expect(answer?.status == status)
        #expect(answer?.body.isEmpty == (method == "HEAD"))
        #expect(answer?.headers["content-security-policy"]?.contains("default-src 'none'") == true)
    }

    @Test func `a name with a command in it stays a name`() async throws {
        let name = "<script>alert(1)</script>.png"
        let html = try await withServer { port in
            await asked(uploadRequest(try pngPhoto(), named: name, to: "/answer", port: port), port)
        }
        #expect(html?.text.contains("<script>") == false && html?.text.contains(escaped(name)) == true)
    }

    @Test func `other names and other sites are sent away`() async throws {
        let photo = try pngPhoto()
        try await withServer { port in
            func status(_ host: String, _ headers: [String]) async -> Int? {
                let all = headers + ["Content-Type: image/png"]
                return await asked(requestText("POST", "/api/predict", host: host, headers: all, body: photo), port)?
                    .status
            }
            let own = "127.0.0.1:\(port)"
            let found = await [
                status(own, []), status(own, ["Origin: http://\(own)"]), status(own, ["Origin: http://evil.example"]),
                status(own, ["Origin: null"]), status(own, ["Sec-Fetch-Site: cross-site"]), status("evil.example", []),
            ]
            #expect(found == [200, 200, 403, 403, 403, 421])
        }
    }

    @Test func `a slow upload is ended, a cut one forgotten, and a long one not read for ever`() async throws {
        var limits = AppLimits()
        (limits.upload, limits.bytes, limits.thrownAway) = (.milliseconds(400), 50_000, 100_000)
        let photo = try pngPhoto()
        try await withServer(limits) { port in
            let request = uploadRequest(photo, named: "a.png", to: "/api/predict", port: port)
            async let slow = asked(request, port, pause: 1.2)
            async let cut = asked(request, port, cutAfter: request.count / 2)
            func long(_ count: Int) -> Data {
                uploadRequest(Data(repeating: 1, count: count), named: "a", to: "/api/predict", port: port)
            }
            async let longer = asked(long(60_000), port)
            async let longest = asked(long(200_000), port)
            let found = await [slow?.status, cut?.status, longer?.status, longest?.status]
            #expect(found == [408, nil, 413, 413])
            let fine = await asked(request, port)
            #expect(fine?.status == 200)
        }
    }

    @Test func `a body in chunks has no length, but limits`() async throws {
        var limits = AppLimits()
        limits.bytes = 50_000
        let photo = try pngPhoto(20, 20)
        func chunked(_ body: Data, _ port: Int) -> Data {
            let head = requestText(
                "POST", "/api/predict", host: "127.0.0.1:\(port)",
                headers: ["Content-Type: image/png", "Transfer-Encoding: chunked"])
            return head + Data("\(String(body.count, radix: 16))\r\n".utf8) + body + Data("\r\n0\r\n\r\n".utf8)
        }
        let found = try await withServer(limits) { port in
            await [
                asked(chunked(photo, port), port)?.status,
                asked(chunked(Data(repeating: 1, count: 70_000), port), port)?.status,
            ]
        }
        #expect(found == [200, 413])
    }

    @Test func `of many requests at a time none is lost, and they are predicted together`() async throws {
        let photo = try pngPhoto()
        try await withServer { port in
            let result = try await withCheckedThrowingContinuation { done in
                Thread.detachNewThread {
                    done.resume(with: Result { try LoadTest(requests: 200, atOnce: 32).run(on: port, photo: photo) })
                }
            }
            #expect(result.times.count == 200 && result.lost == 0 && result.largestBatch > 1)
            let metrics = await asked("/metrics", port)
            #expect(metrics?.text.contains("app_requests_total{path=\"/api/predict\",status=\"200\"} 200") == true)
            #expect(metrics?.text.contains("app_requests_in_flight 1\n") == true)
        }
    }

    @Test func `more at a time than it takes are asked to come again`() async throws {
        var limits = AppLimits()
        limits.atOnce = 0
        let answer = try await withServer(limits) { port in await asked("/health", port) }
        #expect(answer?.status == 503 && answer?.headers["retry-after"] == "1")
    }

    @Test func `it stops when nothing is left to answer`() async throws {
        let photo = try pngPhoto()
        let server = try await AppServer(untrainedApp(), port: 0)
        let port = server.port
        let request = uploadRequest(photo, named: "a.png", to: "/api/predict", port: port)
        let answers = await withTaskGroup(of: Int?.self) { group in
            // Their second halves come after the server was told to stop.
            for _ in 0..<4 { group.addTask { await asked(request, port, pause: 0.5)?.status } }
            group.addTask {
                try? await Task.sleep(for: .milliseconds(200))
                await server.stop()
                return 200
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers == [200, 200, 200, 200, 200])
        let nobody = await asked("/health", port)
        #expect(nobody == nil)
    }

    @Test func `a second one at the same port is refused in words`() async throws {
        try await withServer { port in
            let error = await #expect(throws: (any Error).self) { try await AppServer(try untrainedApp(), port: port) }
            #expect(error.map { "\($0)" }?.contains("port \(port): cannot listen there (another program does") == true)
        }
    }

    /// 192.0.2.1 is an address for documentation (RFC 5737): no machine has it.
    @Test func `an address of another machine is refused in words`() async throws {
        let error = await #expect(throws: (any Error).self) {
            try await AppServer(try untrainedApp(), host: "192.0.2.1", port: 0)
        }
        #expect(error.map { "\($0)" }?.contains("192.0.2.1, port 0: cannot listen there (that address is not") == true)
    }
}
