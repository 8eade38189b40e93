// From a request to the one file in it, within limits.

import FlyingFox
import Foundation

/// A refusal after which the connection is cut: what is still on its way would be taken for another request.
struct Cut: Error {
    let reason: Refused

    init(_ reason: Refused) { self.reason = reason }
}

/// The body of a request, all of it.
/// - Throws: `Refused` for one that is too long, and `Cut` for one that does not end.
func readBody(of request: HTTPRequest, limits: AppLimits) async throws -> Data {
    try await within(
        limits.upload, or: Cut(Refused(408, "the upload took more than \(limits.upload.components.seconds) seconds"))
    ) {
        let (announced, most) = (request.bodySequence.count, request.method == .POST ? limits.bytes : 0)
        if let announced, announced > limits.thrownAway { throw Cut(tooLong(announced, most)) }
        var (body, count) = (Data(), 0)
        for try await piece in request.bodySequence {
            count += piece.count
            if count <= most { body.append(piece) } else { body = Data() }
            if count > limits.thrownAway { throw Cut(tooLong(count, most)) }
        }
        if let announced, count < announced { throw Cut(Refused(400, "the upload ended too early")) }
        // A method that takes no body is refused elsewhere, for what it is.
        if count > most, request.method == .POST { throw tooLong(count, most) }
        return body
    }
}

private func tooLong(_ count: Int, _ most: Int) -> Refused {
    Refused(413, "the upload has \(count / 1_000_000) MB, and at most \(most / 1_000_000) MB are taken")
}

/// Runs `body`, and gives it up when the time is over.
func within<Result: Sendable>(
    _ time: Duration, or error: some Error, _ body: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    try await withThrowingTaskGroup(of: Result?.self) { group in
        group.addTask { try await body() }
        group.addTask {
            try await Task.sleep(for: time)
            return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next(), let result = first else { throw error }
        return result
    }
}

/// The one file of a request: a form's, or the body itself.
/// - Throws: `Refused`, with 400 for none or several, with 415 for another kind of body.
func uploadedFile(_ body: Data, contentType: String) throws -> FormPart {
    let kind =
        contentType.split(separator: ";").first.map { $0.trimmingCharacters(in: .whitespaces).lowercased() } ?? ""
    if ["image/jpeg", "image/png"].contains(kind) {
        if body.isEmpty { throw Refused(400, "the body is empty") }
        return FormPart(name: "photo", fileName: nil, content: body)
    }
    guard kind == "multipart/form-data" else {
        throw Refused(415, "a form with a file is taken, or a body of image/jpeg or image/png")
    }
    guard let boundary = formBoundary(contentType) else { throw Refused(400, "the form has no boundary") }
    // The page has two fields for files, one of which is empty: the camera's.
    let files = try formParts(of: body, boundary: boundary).filter { $0.fileName != nil }
    let chosen = files.filter { $0.fileName != "" || !$0.content.isEmpty }
    guard let file = chosen.first else { throw Refused(400, "no file was chosen") }
    if chosen.count > 1 { throw Refused(400, "one photo at a time: there are \(chosen.count)") }
    return file
}
