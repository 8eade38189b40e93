// # Other sites in the same browser
//
// Section 2.5 · After this page you know why a server that only this machine can reach is not yet safe from the web.

import Figures
import Foundation
import Notebook

// The application listens on the loopback, so no other machine can send it a request. But your browser can, and your
// browser does what pages tell it. A page of some other site may say: send this form to `http://127.0.0.1:8002`. It
// cannot read the answer, browsers see to that, but it has sent a request in your name. And there is a trick to read
// the answer, too (*DNS rebinding*): the name of the site is made to mean 127.0.0.1 all of a sudden. Then our server
// and the foreign page have the same name, and the browser sees no reason to forbid anything.
//
// Both are noticed in the headers, which a page cannot forge. `Host` has the name that the browser believes to talk to:

/// Whether a request was meant for us: its host is this machine, by one of its own names.
public func isMeantForUs(host: String, names: Set<String> = ["localhost", "127.0.0.1", "[::1]"]) -> Bool {
    let name = host.hasSuffix("]") ? host[...] : host.lastIndex(of: ":").map { host[..<$0] } ?? host[...]
    return names.contains(name.lowercased())
}

// `Origin` has the site whose page sends something; a program such as curl sends none. `Sec-Fetch-Site` is the
// browser's own word on whether that is the same site:

/// Whether a request comes from our own page, or from no page at all.
public func comesFromUs(origin: String?, fetchSite: String?, host: String) -> Bool {
    if let origin, origin != "http://\(host)" { return false }
    return [nil, "same-origin", "none"].contains(fetchSite)
}

extension ModelToProduction {
    func whoMayAsk() throws {
        let app = try app
        let own = "127.0.0.1:\(app.port)"
        var table = TextTable(["Host", "Origin", "status"])
        for (host, origin) in [
            (own, nil), (own, "http://\(own)"), (own, "https://evil.example"), ("evil.example", "http://evil.example"),
        ] as [(String, String?)] {
            let headers = (origin.map { ["Origin: \($0)"] } ?? []) + ["Content-Type: image/png"]
            let photo = try photoOfThisRun
            let request = requestText("POST", "/api/predict", host: host, headers: headers, body: photo)
            table.add(
                host.replacing(":\(app.port)", with: ":PORT"),
                (origin ?? "none").replacing(":\(app.port)", with: ":PORT"), try app.fetch(request).status)
        }
        show(
            table, "The same photo from four senders",
            predict: .yesNo("A page of evil.example posts a photo to 127.0.0.1. Is it answered?", false))
    }
}
