/// The name of the site that a page is from.
enum SiteName {
    /// The name with where it was found.
    static func name(of metadata: PageMetadata) -> PageMetadata.Candidate? {
        let candidates = metadata.all(.site).filter {
            !$0.value.contains("://") && $0.value.utf8.count <= 80
        }
        for rule in ["og_site_name", "json_ld_publisher", "meta_publisher"] {
            if let found = candidates.first(where: { $0.rule == rule }) { return found }
        }
        return nil
    }
}
