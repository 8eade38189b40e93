// What goes back: pages and JSON, always with the same headers.

import Figures
import FlyingFox
import FlyingSocks
import Foundation
import Tensors
import Vision

/// What the JSON answer has.
public struct PhotoAnswer: Codable, Sendable {
    public struct Share: Codable, Sendable {
        public var name: String, probability: Float
    }
    /// What the net saw in each place of a grid, from 0 to 1.
    public struct Places: Codable, Sendable {
        public var rows: Int, columns: Int, values: [Float]
    }
    public var prediction: String, probability: Float
    /// The book's line.
    public var text: String
    /// The most probable first.
    public var probabilities: [Share]
    public var places: Places
    /// How many pictures were predicted in the same batch.
    public var together: Int
}

/// The JSON answer to a request that is refused.
struct AppProblem: Codable {
    var problem: String
}

struct AppHealth: Codable {
    var status: String, photos: String?, digits: String?
}

/// An answer in both forms.
struct AppAnswer {
    let answer: PhotoAnswer
    private let places: Tensor, name: String
    private let picture: () throws -> Raster

    /// - Parameter picture: what people are shown beside the answer; it is made only if it is asked for.
    init(_ net: PhotoNet, _ said: NetAnswer, of name: String, picture: @escaping () throws -> Raster) {
        let shares = zip(net.classes, said.probabilities).map { PhotoAnswer.Share(name: $0, probability: $1) }
            .sorted { $0.probability > $1.probability }
        (places, self.name, self.picture) = (said.places, name, picture)
        let most = max(places.max().item, 1e-12)
        answer = PhotoAnswer(
            prediction: shares[0].name, probability: shares[0].probability,
            text: predictionLine(shares[0].name, shares[0].probability), probabilities: shares,
            places: .init(rows: places.shape[0], columns: places.shape[1], values: (places / most).scalars),
            together: said.together)
    }

    /// For people.
    var html: String { answerHTML(answer, name: name, picture: try? picture(), places: places) }
}

struct AppReply {
    var status = 200
    var type: String
    var body: Data
    var endsConnection = false

    init(_ type: String, _ text: String) { (self.type, body) = (type, Data(text.utf8)) }

    static func html(_ text: String) -> AppReply { AppReply("text/html; charset=utf-8", text) }

    static func json(_ value: some Encodable) -> AppReply {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data = (try? encoder.encode(value)) ?? Data("{}".utf8)
        return AppReply("application/json", String(decoding: data, as: UTF8.self) + "\n")
    }

    /// Why there is no prediction.
    init(_ refused: Refused, forProgram: Bool) {
        self =
            forProgram
            ? .json(AppProblem(problem: refused.problem))
            : .html("<p class=\"problem\" role=\"alert\">That did not work: \(escaped(refused.problem)).</p>")
        status = refused.status
    }

    /// The words behind the numbers, as RFC 9110 has them.
    private static let phrases = [
        200: "OK", 400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
        408: "Request Timeout", 413: "Content Too Large", 415: "Unsupported Media Type", 421: "Misdirected Request",
        422: "Unprocessable Content", 500: "Internal Server Error", 503: "Service Unavailable",
    ]

    func response(withoutBody: Bool) -> HTTPResponse {
        var headers: HTTPHeaders = [
            .contentType: type, .cacheControl: "no-store", .contentLength: "\(body.count)",
            HTTPHeader("Content-Security-Policy"): """
            default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; \
            form-action 'self'; base-uri 'none'; frame-ancestors 'none'
            """,
            HTTPHeader("X-Content-Type-Options"): "nosniff", HTTPHeader("Referrer-Policy"): "same-origin",
            HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
        ]
        if status == 503 { headers[HTTPHeader("Retry-After")] = "1" }
        if endsConnection { headers[.connection] = "close" }
        let code = HTTPStatusCode(status, phrase: Self.phrases[status] ?? "Unknown")
        if withoutBody { return HTTPResponse(statusCode: code, headers: headers) }
        guard endsConnection else { return HTTPResponse(statusCode: code, headers: headers, body: body) }
        return HTTPResponse(
            statusCode: code, headers: headers, body: HTTPBodySequence(from: LastBytes(body), count: body.count))
    }
}

/// The bytes of a body after which the connection is cut: the server takes the error at their end for a broken line.
struct LastBytes: AsyncBufferedSequence {
    typealias Element = UInt8
    private let bytes: [UInt8]

    init(_ data: Data) { bytes = [UInt8](data) }

    func makeAsyncIterator() -> Iterator { Iterator(rest: bytes[...]) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        fileprivate var rest: ArraySlice<UInt8>

        mutating func next() async throws -> UInt8? {
            guard let first = rest.popFirst() else { throw SocketError.disconnected }
            return first
        }

        mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
            if rest.isEmpty { throw SocketError.disconnected }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }
    }
}
