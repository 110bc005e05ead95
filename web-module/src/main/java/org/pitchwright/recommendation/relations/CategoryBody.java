package org.pitchwright.recommendation.relations;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a category is to stand. */
@Schema(name = "CategoryPlace", description = "Where a category stands in the tree")
public record CategoryBody(
    @JsonProperty(required = true)
        @Schema(description = "The category right above it; null for the top")
        @Nullable String parent) {}
