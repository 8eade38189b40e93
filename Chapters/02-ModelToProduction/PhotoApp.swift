// The application: which path does what. What each step does is told on the pages 05d to 05n; the words of HTTP come
// from FlyingFox, a small server in Swift.

import Common
import Figures
import FlyingFox
import FlyingSocks
import Foundation
import Tensors
import Vision

/// Answers requests. One value serves all connections.
public final class PhotoApp: HTTPHandler {
    let photos, digits: PhotoNet?
    let limits: AppLimits
    let metrics = AppMetrics()
    /// The names that this machine may be called by.
    let hostNames: Set<String>?
    private let photoGatherer, digitGatherer: Gatherer<Tensor, NetAnswer>

    /// - Parameters:
    ///   - digits: nil when drawings are not read.
    ///   - hostNames: nil for any, when the application is not on the loopback.
    public init(
        photos: PhotoNet?, digits: PhotoNet?, limits: AppLimits = AppLimits(),
        hostNames: Set<String>? = ["localhost", "127.0.0.1", "[::1]"]
    ) {
        (self.photos, self.digits, self.limits, self.hostNames) = (photos, digits, limits, hostNames)
        let metrics = metrics
        func gatherer(_ net: PhotoNet?) -> Gatherer<Tensor, NetAnswer> {
            Gatherer(most: 32) { pictures in
                guard let net else { throw Refused(503, "there is no net for this") }
                metrics.count(together: pictures.count)
                return await net.answers(for: pictures)
            }
        }
        (photoGatherer, digitGatherer) = (gatherer(photos), gatherer(digits))
    }

    public func handleRequest(_ request: HTTPRequest) async -> HTTPResponse {
        let start = ContinuousClock.now
        let isRoom = metrics.begin(atMost: limits.atOnce)
        var reply: AppReply
        do {
            guard isRoom else { throw Cut(Refused(503, "too many requests at a time; try again in a second")) }
            let body = try await readBody(of: request, limits: limits)
            reply = try await answer(request, body)
        } catch let cut as Cut {
            reply = AppReply(cut.reason, forProgram: request.isForPrograms)
            reply.endsConnection = true
        } catch {
            let refused = error as? Refused ?? Refused(500, "something went wrong here")
            reply = AppReply(refused, forProgram: request.isForPrograms)
        }
        metrics.end(path: request.knownPath, status: reply.status, seconds: (ContinuousClock.now - start) / .seconds(1))
        return reply.response(withoutBody: request.method == .HEAD)
    }

    /// - Throws: `Refused`.
    private func answer(_ request: HTTPRequest, _ body: Data) async throws -> AppReply {
        try requireFriend(request)
        guard let methods = AppPath.methods[request.path] else { throw Refused(404, "there is nothing of this name") }
        guard methods.contains(request.method.rawValue) else {
            throw Refused(405, "\(request.path) takes \(methods.joined(separator: " and ")) only")
        }
        if request.method != .POST { return page(request.path) }
        let upload = try uploadedFile(body, contentType: request.headers[.contentType] ?? "")
        let isDigit = request.path.hasSuffix("digit")
        let said = try await isDigit ? digit(in: upload) : photo(in: upload)
        switch request.path {
        case "/": return .html(appPage(self, answer: said.html))
        case "/answer", "/digit": return .html(said.html)
        default: return .json(said.answer)
        }
    }

    private func requireFriend(_ request: HTTPRequest) throws {
        let host = request.headers[.host] ?? ""
        if let hostNames, !isMeantForUs(host: host, names: hostNames) {
            throw Refused(421, "this server is not called that; use http://127.0.0.1")
        }
        let site = request.headers[HTTPHeader("Sec-Fetch-Site")]
        guard
            request.method != .POST
                || comesFromUs(origin: request.headers[HTTPHeader("Origin")], fetchSite: site, host: host)
        else { throw Refused(403, "a page of another site has sent this") }
    }

    /// What is there to look at.
    private func page(_ path: String) -> AppReply {
        switch path {
        case "/": .html(appPage(self, answer: nil))
        case "/app.css": AppReply("text/css; charset=utf-8", appStyle)
        case "/app.js": AppReply("text/javascript; charset=utf-8", appScript)
        case "/icon.svg": AppReply("image/svg+xml", appIcon)
        case "/metrics": AppReply("text/plain; version=0.0.4; charset=utf-8", metrics.text)
        default: .json(AppHealth(status: "ok", photos: photos?.name, digits: digits?.name))
        }
    }
}

// MARK: Predicting

extension PhotoApp {
    /// What the net says of a photo.
    func photo(in upload: FormPart) async throws -> AppAnswer {
        guard let photos else { throw Refused(503, "this application has no net for photos") }
        let name = upload.fileName ?? "your photo"
        let opened = try openedUpload([UInt8](upload.content), named: name, limits: limits)
        let picture = try damaged { try photos.picture(of: opened) }
        let said = try await photoGatherer(picture)
        return AppAnswer(photos, said, of: name) { try photos.shown(opened, side: 256) }
    }

    /// What the net says of a drawing.
    func digit(in upload: FormPart) async throws -> AppAnswer {
        guard let digits else { throw Refused(503, "this application has no net for digits") }
        let opened = try openedUpload([UInt8](upload.content), named: "your drawing", limits: limits)
        guard opened.size.count <= 1 << 20 else { throw Refused(413, "a drawing has at most a million pixels") }
        let drawing = brightness(of: try damaged { try opened.photo() })
        guard let centred = centredDigit(drawing) else { throw Refused(400, "nothing is drawn yet") }
        let said = try await digitGatherer(try digits.picture(of: digitPhoto(centred).opened()))
        return AppAnswer(digits, said, of: "your drawing") { Raster(centred).scaled(by: 8) }
    }

    private func damaged<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let problem as PhotoProblem { throw Refused(422, problem.problem) }
    }
}

/// The paths that there are, and their methods.
enum AppPath {
    static let methods: [String: [String]] = [
        "/": ["GET", "HEAD", "POST"], "/answer": ["POST"], "/digit": ["POST"], "/api/predict": ["POST"],
        "/api/digit": ["POST"], "/app.css": ["GET", "HEAD"], "/app.js": ["GET", "HEAD"], "/icon.svg": ["GET", "HEAD"],
        "/health": ["GET", "HEAD"], "/metrics": ["GET", "HEAD"],
    ]
}

extension HTTPRequest {
    /// For metrics: what does not exist has one name, however many there are.
    var knownPath: String { AppPath.methods[path] == nil ? "other" : path }
    /// Whether problems are told as JSON.
    var isForPrograms: Bool { path.hasPrefix("/api/") }
}
